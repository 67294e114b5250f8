import { z } from "zod";
import { instant, keyParams, reason } from "@/lib/incidents/schemas";
import { eventKinds } from "@/lib/timeline/events";
import { id } from "@/lib/timeline/events/common";
import { kindGroups } from "./kinds.rules";

export const NOTE_LIMIT = 20_000;
export const LOG_LIMIT_BYTES = 256 * 1024;

const occurredAt = instant.nullable().default(null);
const seq = z.coerce.number().int().positive();

/** Words are kept as they were typed: only what is all blank is refused. */
const words = (message: string) => z.string().refine((text) => text.trim() !== "", message);

export const noteInput = z.object({
  text: words("Write the note.").max(
    NOTE_LIMIT,
    "Keep a note under 20,000 characters, or paste it as a log.",
  ),
  /** The people named in it with @. */
  mentions: z.array(id).max(20).default([]),
  /** When it happened, if that is not now. Both times are kept. */
  occurredAt,
});
export type NoteInput = z.output<typeof noteInput>;

export const logInput = z.object({ text: words("Paste the log."), occurredAt });
export type LogInput = z.output<typeof logInput>;

export const entryParams = keyParams.extend({ seq });
export type EntryParams = z.output<typeof entryParams>;

export const correctionInput = z.object({
  text: words("Write what it should say."),
  /** The correction that was seen last; null: none. If there is a newer one, somebody was first. */
  basedOn: z.int().positive().nullable().default(null),
});
export type CorrectionInput = z.output<typeof correctionInput>;

export const timeInput = z.object({ occurredAt: instant });
export type TimeInput = z.output<typeof timeInput>;

export const redactionInput = z.object({
  /** Texts of this incident: ids as entries hold them. */
  textIds: z.array(id).min(1, "Say which words.").max(20),
  reason,
});
export type RedactionInput = z.output<typeof redactionInput>;

const several = <T extends z.ZodType<string>>(value: T) =>
  z.union([value.transform((one) => [one]), z.array(value)]).optional();

export const entriesQuery = z.object({
  /** Entries after this number; they come newest first all the same. */
  after: z.coerce.number().int().nonnegative().optional(),
  /** Entries before this number. */
  before: seq.optional(),
  /** A page with this entry in its middle. */
  around: seq.optional(),
  /** A page around the entry that was the newest at this time. */
  at: instant.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  kind: several(z.enum(eventKinds as [string, ...string[]])),
  group: z.enum(kindGroups).optional(),
  /** Only what this person did. */
  person: id.optional(),
  /** Only what is pinned now. */
  pinned: z.stringbool().optional(),
});
export type EntriesQuery = z.output<typeof entriesQuery>;

export const verificationQuery = z.object({
  /** A head noted earlier, as 61:9f3c41d07be2. */
  head: z.string().max(80).optional(),
});
