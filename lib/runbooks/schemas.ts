import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import { choicesSchema } from "./parse/choices";

/** The largest Markdown document that is taken, in bytes. */
export const SOURCE_LIMIT = 2 * 1024 * 1024;

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

export const previewInput = z
  .object({
    ...source,
    /** The document that was edited, and what was changed about its reading: taken over where it still fits. */
    before: z.object({ source: text, choices: choicesSchema }).optional(),
  })
  .refine(hasOne, "Send source, sourceBase64 or sourceOf.")
  .refine(({ before, choices }) => !before || !choices, "Send choices or before.");
export type PreviewInput = z.output<typeof previewInput>;

export const putInput = previewInput;
export type PutInput = z.output<typeof putInput>;

export const importInput = z
  .object({
    ...source,
    /** Where the file lies below the folder that is imported, with folders. */
    sourcePath: z.string().max(1_000).optional(),
    /** Saves a new version of this runbook; absent: a new runbook. */
    runbookId: id.optional(),
  })
  .refine(hasOne, "Send source, sourceBase64 or sourceOf.");
export type ImportInput = z.output<typeof importInput>;
