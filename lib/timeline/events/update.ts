import { z } from "zod";
import { id, incidentStatus, moment, slotOutcome, textRef } from "./common";

/** The status update and its clock. */
export const updateEvents = {
  "update.posted": z.strictObject({
    updateId: id,
    number: z.int().positive(),
    status: incidentStatus,
    current: textRef,
    progress: textRef,
    blockers: textRef,
    /** When it was first due, also when slots were missed, and how punctual it is for the slot it answers. Null once the clock has stopped. */
    dueAt: moment.nullable(),
    outcome: slotOutcome.nullable(),
    /** What the author chose for the next one, in minutes; null: the rule's. */
    nextMinutes: z.int().positive().nullable(),
    final: z.boolean(),
    /** The entries its lines cite. */
    sources: z.array(z.int().positive()),
    /** The newest entry that its draft was made from: what came after is for the next one. Null: it was not drafted. */
    draftedTo: z.int().nonnegative().nullable(),
  }),
  "update.snoozed": z.strictObject({ from: moment, to: moment, reason: textRef }),
  /** Nobody posted within an interval after the due time. */
  "update.missed": z.strictObject({ number: z.int().positive(), dueAt: moment, nextDueAt: moment }),
  "update.corrected": z.strictObject({ updateId: id, number: z.int().positive(), text: textRef }),
  /** Given up after the last try; the room has the update all the same. */
  "update.delivery_abandoned": z.strictObject({ number: z.int().positive(), webhookId: id, messageId: id }),
} as const;
