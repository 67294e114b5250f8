import { z } from "zod";
import { instant, keyParams, reason } from "@/lib/incidents/schemas";
import { id } from "@/lib/timeline/events/common";

const LONGEST = 10_000;
const words = z.string().trim().max(LONGEST, "Keep each part under 10,000 characters.");
/** More than a draft is made of: a thousand entries, and what filled the gaps of their steps. */
const seqs = z.array(z.int().positive()).max(2_000);
/** What the author chose for the next update; null: the rule's. */
const nextMinutes = z
  .int()
  .min(1, "Choose a later time.")
  .max(1_440, "Choose a time within 24 hours.")
  .nullable();

/** The newest entry that a draft was made from; null: it was not drafted. */
export const draftedTo = z.int().nonnegative().nullable();

export const updateInput = z.strictObject({
  /** The number the author believes to be writing: if it is taken by now, somebody was first. */
  number: z.int().positive(),
  current: words.min(1, "Write how things stand now."),
  progress: words.default(""),
  blockers: words.default(""),
  nextMinutes: nextMinutes.default(null),
  /** The entries its lines cite. */
  sources: seqs.default([]),
  draftedTo: draftedTo.default(null),
});
export type UpdateInput = z.output<typeof updateInput>;

export const snoozeInput = z.strictObject({ until: instant, reason });
export type SnoozeInput = z.output<typeof snoozeInput>;

export const correctionInput = z.strictObject({
  text: words
    .min(1, "Write what was wrong, and what is right.")
    .max(4_000, "Keep it under 4,000 characters."),
});
export const updateParams = keyParams.extend({ number: z.coerce.number().int().positive() });
export const deliveryParams = keyParams.extend({ deliveryId: id });

/** A line of a draft, with the entries it comes from. */
export const draftLine = z.strictObject({
  text: z.string().max(LONGEST),
  seqs,
});
const lines = z.array(draftLine).max(500);

/** A draft as it is kept: unfinished on purpose, so nothing has to be filled. */
export const draftBody = z.strictObject({
  current: lines,
  progress: lines,
  blockers: lines,
  nextMinutes,
  draftedTo: draftedTo.default(null),
});

export const draftInput = z.strictObject({
  number: z.int().positive(),
  /** The revision it was edited from; 0 for the first. */
  rev: z.int().nonnegative(),
  body: draftBody,
});
export type DraftInput = z.output<typeof draftInput>;
