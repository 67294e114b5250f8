import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import { choicesSchema } from "./parse/choices";

/** The largest Markdown document that is taken, in bytes. */
export const SOURCE_LIMIT = 2 * 1024 * 1024;

/** What a request may have that brings a document: base64 in JSON is a third larger. */
export const BODY_LIMIT = Math.ceil(SOURCE_LIMIT * 1.4);

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A slug has small letters, digits and hyphens.")
  .max(120);

const text = z.string().max(SOURCE_LIMIT);

const source = {
  /** Markdown as text (pasted), or … */
  source: text.optional(),
  /** … as bytes, base64 (a file, kept byte for byte), or … */
  sourceBase64: z
    .base64()
    .max(Math.ceil(SOURCE_LIMIT / 3) * 4)
    .optional(),
  /** … as the bytes of a version that is there. */
  sourceOf: id.optional(),
  fileName: z.string().max(255).optional(),
  /** What a person changed about the reading of exactly this source. */
  choices: choicesSchema.optional(),
};

export type SourceInput = { source?: string; sourceBase64?: string; sourceOf?: string };

const hasOne = (input: SourceInput) =>
  [input.source, input.sourceBase64, input.sourceOf].filter((one) => one !== undefined).length === 1;

/** The last commit that touched a file, as a version keeps it. */
export const commit = z.object({
  hash: z.string().regex(/^[0-9a-f]{40,64}$/),
  author: z.string().max(200),
  /** When it was written, by the author's clock. */
  at: moment,
  subject: z.string().max(500),
});
export type Commit = z.output<typeof commit>;

/** The document that was edited, and what was changed about its reading: taken over where it still fits. */
const before = z.object({ source: text, choices: choicesSchema }).optional();

const hasOneReading = ({ before, choices }: { before?: unknown; choices?: unknown }) => !before || !choices;

export const previewInput = z
  .object({ ...source, before })
  .refine(hasOne, "Send source, sourceBase64 or sourceOf.")
  .refine(hasOneReading, "Send choices or before.");
export type PreviewInput = z.output<typeof previewInput>;

export const putInput = z.object(source).refine(hasOne, "Send source, sourceBase64 or sourceOf.");
export type PutInput = z.output<typeof putInput>;

export const importInput = z
  .object({
    ...source,
    /** Where the file lies below the folder that is imported, with folders. */
    sourcePath: z.string().max(1_000).optional(),
    /** Saves a new version of this runbook; absent: a new runbook. */
    runbookId: id.optional(),
    /** The newest version when the work on this one began: if it is another by now, somebody was first. Absent: not asked. */
    basedOn: id.optional(),
  })
  .refine(hasOne, "Send source, sourceBase64 or sourceOf.");
export type ImportInput = z.output<typeof importInput>;

/** A version by its number in the runbook. */
export const versionNumber = z.coerce.number().int().positive().max(1_000_000);

const why = z.string().trim().max(2_000, "Keep the reason under 2,000 characters.");
const reason = why.min(1, "Say why.");

/** A runbook that is written in the console. */
export const writeInput = z
  .object({ ...source, before, why: why.nullable().default(null), publish: z.boolean() })
  .refine(hasOne, "Send source, sourceBase64 or sourceOf.")
  .refine(hasOneReading, "Send choices or before.");
export type WriteInput = z.output<typeof writeInput>;

export const saveInput = z
  .object({
    ...source,
    /** Absent, without `choices`: the version that it began from. */
    before,
    why: reason,
    publish: z.boolean(),
    /** The version that it began from: if another is the newest by now, somebody else was there. */
    basedOn: id,
  })
  .refine(hasOne, "Send source, sourceBase64 or sourceOf.")
  .refine(hasOneReading, "Send choices or before.");
export type SaveInput = z.output<typeof saveInput>;

export const restoreInput = z.object({
  /** Whose text comes back. */
  versionId: id,
  why: reason,
  publish: z.boolean(),
  /** The newest version that the person saw. */
  basedOn: id,
});
export type RestoreInput = z.output<typeof restoreInput>;

export const publishInput = z.object({
  versionId: id,
  /** The published version that the person saw; null: none was. */
  expected: id.nullable(),
});
export type PublishInput = z.output<typeof publishInput>;

/** A tag: small letters, no commas, without spaces around it. */
export const tag = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(40, "Keep a tag under 40 characters.")
  .regex(/^[^,]*$/, "A tag has no commas.");

const tags = z
  .array(tag)
  .max(20, "Twenty tags are enough.")
  .transform((all) => [...new Set(all)].sort());

const services = z
  .array(id)
  .max(50)
  .transform((ids) => [...new Set(ids)].sort());

const change = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value }).optional();

/** What changes beside the text, each from what the person saw. */
export const detailsInput = z.object({
  changes: z.object({
    ownerId: change(id.nullable()),
    tags: change(tags),
    serviceIds: change(services),
    reviewBy: change(z.iso.date().nullable()),
  }),
});

/** One value or several: ?tag=a&tag=b. */
const several = <T extends z.ZodType>(value: T) =>
  z.union([value.transform((one) => [one]), z.array(value).max(50)]);

/** The library's filters as they stand in the address. */
export const libraryFilters = z.object({
  q: z.string().max(200).optional(),
  archived: z.stringbool().optional(),
  tag: several(tag).optional(),
  /** A person's id, or "nobody". */
  owner: several(z.union([id, z.literal("nobody")])).optional(),
  service: several(id).optional(),
  /** Only those whose day of review is over, by the server's day (UTC). */
  review: z.literal("overdue").optional(),
});
export type LibraryFilters = z.output<typeof libraryFilters>;

/** What is known of an incident that runbooks are suggested for. */
export const suggestionQuery = z.object({
  words: z.string().max(500).default(""),
  services: several(id).optional(),
});
