import type { Refusal } from "@/lib/kernel/errors";
import type { TimeBoxState } from "@/lib/timeline/fold/state";

const MINUTE_MS = 60_000;
/** Longer than a week is no time box. */
export const MOST_MINUTES = 7 * 24 * 60;

/**
 * Whether a section's timer starts with the section. Only where its heading counts from the beginning ("First five
 * minutes"): any other span is for a moment that a person must name.
 */
export function startsByItself({
  title,
  timeBoxMinutes,
}: {
  title: string;
  timeBoxMinutes: number | null;
}): boolean {
  return timeBoxMinutes !== null && /\bfirst\b/i.test(title);
}

/** When a timer that starts now runs out; times in milliseconds since 1970. */
export function dueAfter(now: number, minutes: number): number {
  return now + Math.round(minutes * MINUTE_MS);
}

/** Whether a running timer has run out, and that is not on the timeline yet. */
export function isOverrun(
  { dueAt, overrunAt, endedAt }: { dueAt: number; overrunAt: number | null; endedAt: number | null },
  now: number,
): boolean {
  return endedAt === null && overrunAt === null && now >= dueAt;
}

/**
 * When a timer runs out that is given more time: counted from when it would have, or from now when it has already.
 * @returns a refusal `invalid` for more than a week from now
 */
export function decideExtend(
  dueAt: number,
  minutes: number,
  now: number,
): { ok: true; dueAt: number } | Refusal {
  const to = dueAfter(Math.max(dueAt, now), minutes);
  if (to - now <= MOST_MINUTES * MINUTE_MS) return { ok: true, dueAt: to };
  return { ok: false, code: "invalid", message: "A timer runs for a week at most." };
}

/** The timer that runs for a step, or (null) for the checklist as a whole. */
export function runningBox(
  boxes: readonly TimeBoxState[],
  { checklistId, itemId }: Pick<TimeBoxState, "checklistId" | "itemId">,
): TimeBoxState | undefined {
  return boxes.find(
    (box) => box.endedAt === null && box.checklistId === checklistId && box.itemId === itemId,
  );
}
