import { z } from "zod";

export const lineRangeSchema = z.object({ start: z.number().int(), end: z.number().int() });

/** A gap in a command that a person fills: `name` is what it is called, `raw` what stands in the text. */
export const placeholderSchema = z.object({
  name: z.string(),
  raw: z.string(),
  /** Position in the command's text: from, up to and without (UTF-16 units). */
  range: z.object({ start: z.number().int(), end: z.number().int() }),
});

export const commandSchema = z.object({
  /** Ready to copy: prompt removed, continuation lines joined. */
  text: z.string(),
  /** `slash` commands belong to a chat or tool, `sql` to a database: they never run in a shell. */
  kind: z.enum(["shell", "powershell", "slash", "sql"]),
  /** What its fence says at it: the comments and sentences between the command before and it; a line for each. */
  comment: z.string().nullable(),
  /** Why it is dangerous, or null. */
  danger: z.string().nullable(),
  placeholders: z.array(placeholderSchema),
  lines: lineRangeSchema,
});

export const httpCheckSchema = z.object({
  /** Null when the source names only the path. */
  method: z.string().nullable(),
  target: z.string(),
  placeholders: z.array(placeholderSchema),
  line: z.number().int(),
});

export const metadataSchema = z.object({ key: z.string(), value: z.string(), line: z.number().int() });

export const triggerSchema = z.object({
  kind: z.enum(["alert", "use_when", "signature", "symptom", "heading", "front_matter", "file_name"]),
  text: z.string(),
  /** The section it calls for; null: the whole runbook. */
  sectionKey: z.string().nullable(),
  line: z.number().int(),
});

export const escalationRowSchema = z.object({
  issue: z.string(),
  target: z.string().nullable(),
  minutes: z.number().nullable(),
  /** The time as written. */
  within: z.string().nullable(),
  sectionKey: z.string(),
  line: z.number().int(),
});

export const contactSchema = z.object({
  name: z.string(),
  role: z.string().nullable(),
  channels: z.array(z.object({ kind: z.string(), value: z.string() })),
  line: z.number().int(),
});
