/** For how long after another step came in its place a press may still be meant for the one before: a double tap. */
const MEANT_FOR_THE_LAST_MS = 500;

/** What a press acts on, and since when that is so. */
export interface AtHand {
  /** The step and what a press does to it: "Done" that has become "Confirm" is another thing to press. */
  press: string;
  /** When it came, milliseconds of `performance.now()`; null when no other stood there that a press could mean. */
  since: number | null;
}

/**
 * What a press acts on after a render. What the screen opened with, and what this person has put there themselves,
 * takes the place of nothing that they may still be pressing.
 * @param before null at the first render
 * @returns `before` itself when it is still the same
 */
export function atHandNow(
  before: AtHand | null,
  press: string,
  { byHand, at }: { byHand: boolean; at: number },
): AtHand {
  if (before?.press === press) return before;
  return { press, since: before === null || byHand ? null : at };
}

/** For how much longer than `at` a press is not taken for it, milliseconds. @param at by `performance.now()` */
export function notReadyFor({ since }: AtHand, at: number): number {
  return since === null ? 0 : Math.max(0, since + MEANT_FOR_THE_LAST_MS - at);
}
