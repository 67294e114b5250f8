import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import { choiceSchema, choicesSchema } from "./parse/choices";
import type { ParsedRunbook, ParsedSection } from "./parse/types";
import { commit } from "./schemas";

/** What the import makes of a document; its shape is lib/runbooks/parse/schema.ts. */
export const parsedDto = z
  .object({ parserVersion: z.int(), title: z.string() })
  .loose() as unknown as z.ZodType<ParsedRunbook>;

export const previewDto = z.object({
  parsed: parsedDto,
  /** The choices that it was read with, on its lines of now. */
  choices: choicesSchema,
  /** Choices about the document before it that no longer fit, with the words of the line they were about. */
  lost: z.array(z.object({ choice: choiceSchema, text: z.string() })),
  /** A runbook of this title that the library has already. */
  namesake: z
    .object({
      ...{ id, slug: z.string(), title: z.string(), publishedVersionId: id.nullable() },
      /** A folder is its truth: it gets no next version here. */
      kept: z.boolean(),
    })
    .nullable(),
});
export type PreviewDto = z.infer<typeof previewDto>;

export const importedDto = z.object({
  runbookId: id,
  versionId: id,
  slug: z.string(),
  number: z.int(),
  title: z.string(),
  saved: z.boolean(),
  /** Choices of the version before that were taken over, and those that no longer fit. */
  carried: z.int(),
  lost: z.int(),
});
export type ImportedDto = z.infer<typeof importedDto>;

export const startersDto = z.object({ added: z.int() });
export type StartersDto = z.infer<typeof startersDto>;

/** What is kept beside a runbook's text. */
const details = {
  ownerId: id.nullable(),
  tags: z.array(z.string()),
  serviceIds: z.array(id),
  /** A day. */
  reviewBy: z.iso.date().nullable(),
};

export const runbookRowDto = z.object({
  id,
  slug: z.string(),
  title: z.string(),
  versionId: id.nullable(),
  /** The number of the published version. */
  version: z.int().nullable(),
  /** The number of a draft that is newer. */
  draft: z.int().nullable(),
  ...details,
  updatedAt: moment,
  archivedAt: moment.nullable(),
  /** How much care it needs, 0 to 100; null: not reckoned yet. */
  rot: z.int().nullable(),
  /** When a checklist of it was last started in a real incident that the reader may know of. */
  lastWalkedAt: moment.nullable(),
  /** Where the words of a search stand in it, when its title does not hold them all. */
  hit: z.object({ sectionKey: z.string(), sectionTitle: z.string(), text: z.string() }).nullable(),
});
export type RunbookRowDto = z.infer<typeof runbookRowDto>;

export const runbookPageDto = z.object({
  runbooks: z.array(runbookRowDto),
  next: z.string().nullable(),
  /** Where nothing holds the words: those that are called almost so. */
  near: z.array(z.object({ slug: z.string(), title: z.string() })),
});
export type RunbookPageDto = z.infer<typeof runbookPageDto>;

export const tagsDto = z.object({ tags: z.array(z.string()) });
export type TagsDto = z.infer<typeof tagsDto>;

/** `draft`: never published; `earlier`: was published before another one. */
export const versionState = z.enum(["published", "draft", "earlier"]);

export const versionDto = z.object({
  id,
  number: z.int(),
  state: versionState,
  createdAt: moment,
  createdById: id.nullable(),
  fileName: z.string().nullable(),
  commit: commit.nullable(),
  /** What its author said about it. */
  why: z.string().nullable(),
  /** The number of the version whose text it brought back. */
  restores: z.int().nullable(),
});
export type VersionDto = z.infer<typeof versionDto>;

/** Newest first; `next` is the number below which the next page begins. */
export const versionPageDto = z.object({ versions: z.array(versionDto), next: z.int().nullable() });
export type VersionPageDto = z.infer<typeof versionPageDto>;

/** A version with all that it holds. */
export const versionContentDto = z.object({
  version: versionDto,
  slug: z.string(),
  /** What the version calls the runbook. */
  title: z.string(),
  /** Its Markdown as text, with the byte order mark if there is one. */
  source: z.string(),
  /** Whether the text gives the same bytes again: false where some are no UTF-8. */
  exact: z.boolean(),
  choices: choicesSchema,
  parsed: parsedDto,
  /** Whether a folder is the truth of the runbook: then nothing is changed here. */
  kept: z.boolean(),
  /** The newest version: what an edit of now would begin from. */
  newestId: id,
  publishedVersionId: id.nullable(),
});
export type VersionContentDto = z.infer<typeof versionContentDto>;

export const savedDto = z.object({
  slug: z.string(),
  versionId: id,
  number: z.int(),
  title: z.string(),
  published: z.boolean(),
});
export type SavedDto = z.infer<typeof savedDto>;

const tickableDto = z.object({
  key: z.string(),
  kind: z.enum(["step", "node", "criterion"]),
  text: z.string(),
  sectionKey: z.string(),
  sectionTitle: z.string(),
});

export const differenceDto = z.object({
  slug: z.string(),
  title: z.string(),
  from: versionDto,
  to: versionDto,
  /** Steps that are not in both versions as they were, in the order of the newer one. */
  steps: z.array(
    z.object({
      before: tickableDto.nullable(),
      after: tickableDto.nullable(),
      changed: z.array(z.string()),
      moved: z.boolean(),
    }),
  ),
  hunks: z.array(
    z.object({
      lines: z.array(
        z.object({
          kind: z.enum(["same", "removed", "added"]),
          text: z.string(),
          before: z.int().nullable(),
          after: z.int().nullable(),
        }),
      ),
    }),
  ),
  /** Whether there are more changed lines than are told. */
  cut: z.boolean(),
  /** Only how lines end is another: the words are the same. */
  onlyLineEnds: z.boolean(),
});
export type DifferenceDto = z.infer<typeof differenceDto>;

export const runbookDto = z.object({
  id,
  slug: z.string(),
  title: z.string(),
  ...details,
  archivedAt: moment.nullable(),
  publishedVersionId: id.nullable(),
  /** The folder that keeps it in sync, or did so until it was detached. */
  keptBy: z.object({ name: z.string(), path: z.string(), detachedAt: moment.nullable() }).nullable(),
  /** The newest of them; `moreVersions`: the number below which there are others. */
  versions: z.array(versionDto),
  moreVersions: z.int().nullable(),
  parsed: parsedDto.nullable(),
  /** What a person changed about the reading of the published version. */
  choices: choicesSchema,
  /** The published version's Markdown as text. */
  source: z.string().nullable(),
});
export type RunbookDto = z.infer<typeof runbookDto>;

/** A pinned version as checklists show it. It never changes: clients keep it. */
export const pinnedRunbookDto = z.object({
  versionId: id,
  parserVersion: z.int(),
  runbookId: id,
  slug: z.string(),
  number: z.int(),
  title: z.string(),
  sections: z.array(z.object({ key: z.string(), title: z.string() }).loose()) as unknown as z.ZodType<
    ParsedSection[]
  >,
});
export type PinnedRunbookDto = z.infer<typeof pinnedRunbookDto>;

export const suggestionsDto = z.object({
  suggestions: z.array(
    z.object({
      runbookId: id,
      versionId: id,
      slug: z.string(),
      title: z.string(),
      score: z.number(),
      reason: z.string(),
      /** The part of it that the words mean: a section with those below it; null: the whole runbook. */
      part: z.object({ title: z.string(), sectionKeys: z.array(z.string()) }).nullable(),
    }),
  ),
});
export type SuggestionsDto = z.infer<typeof suggestionsDto>;
