import { z } from "zod";
import { id } from "@/lib/timeline/events/common";

/** The largest Markdown document that is taken, in bytes. */
export const SOURCE_LIMIT = 2 * 1024 * 1024;

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A slug has small letters, digits and hyphens.")
  .max(120);

const source = {
  /** Markdown as text (pasted), or … */
  source: z.string().max(SOURCE_LIMIT).optional(),
  /** … as bytes, base64 (a file, kept byte for byte). */
  sourceBase64: z
    .base64()
    .max(Math.ceil(SOURCE_LIMIT / 3) * 4)
    .optional(),
  fileName: z.string().max(255).optional(),
};

const hasOne = (input: { source?: string; sourceBase64?: string }) =>
  (input.source === undefined) !== (input.sourceBase64 === undefined);

export const previewInput = z.object(source).refine(hasOne, "Send source or sourceBase64.");

export const importInput = z
  .object({
    ...source,
    /** Where the file lies below the folder that is imported, with folders. */
    sourcePath: z.string().max(1_000).optional(),
    /** Saves a new version of this runbook; absent: a new runbook. */
    runbookId: id.optional(),
  })
  .refine(hasOne, "Send source or sourceBase64.");
export type ImportInput = z.output<typeof importInput>;
