import { z } from "zod";
import { severity, slotOutcome } from "@/lib/timeline/events/common";

/** A moment as epoch milliseconds. */
const instant = z.int();
const minutes = z.int().positive();

/**
 * One slot. `ordinal` counts slots from 1; `update` is the number of the update it waits for, which counts
 * posted updates: after a miss the ordinal moves on, the update it waits for does not.
 */
export const slot = z.strictObject({
  ordinal: z.int().positive(),
  update: z.int().positive(),
  /**
   * Since when its update is waited for: the last post (or declaration, reopening), which is the state's anchor;
   * after a miss the time at which the update was first due.
   */
  openedAt: instant,
  dueAt: instant,
  /** The interval in force, in minutes: late ends, and the next slot after a miss is due, one of these after `dueAt`. */
  intervalMinutes: minutes,
  snoozeUsed: z.boolean(),
  /** Where a snooze that still stands moved it; null without one, or once a change of severity undid it. */
  snoozedUntil: instant.nullable(),
  /** `stopped`: the incident was resolved or cancelled while it was open; it counts in no figure. */
  outcome: z.enum([...slotOutcome.options, "open", "stopped"]),
  postedAt: instant.nullable(),
});
export type Slot = z.infer<typeof slot>;

/** Where an incident's clock stands. JSON as it is; stored on the incident and parsed when read. */
export const cadenceState = z.strictObject({
  severity,
  /** The cadence of each runbook in use that has one; the same number may be there twice. */
  runbookMinutes: z.array(minutes),
  chosenMinutes: minutes.nullable(),
  /** The last post, or the declaration or reopening when nothing was posted since: due times count from here. */
  anchor: instant,
  updatesPosted: z.int().nonnegative(),
  slotsOpened: z.int().nonnegative(),
  /** The open slot; null before declaration, and while the clock is stopped. */
  open: slot.nullable(),
});
export type CadenceState = z.infer<typeof cadenceState>;
