const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How long to wait after each failed try; the last one repeats. */
const waits = [
  2 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
];

/** Tried for a day; whoever reads the channel has noticed by then. */
export const GIVE_UP_AFTER_MS = 24 * 60 * MINUTE;

/**
 * When to try again after a failed try.
 * @param failed how many tries have failed, this one included
 * @param decidedAt when the message was decided, epoch milliseconds
 * @param now epoch milliseconds
 * @returns epoch milliseconds, or null: give up
 */
export function nextAttempt(failed: number, decidedAt: number, now: number): number | null {
  const wait = waits[Math.min(failed, waits.length) - 1] ?? 0;
  const at = now + wait;
  return at <= decidedAt + GIVE_UP_AFTER_MS ? at : null;
}
