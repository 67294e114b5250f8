import { stepMoves } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";
import type { ItemState } from "@/lib/timeline/fold/state";

/** Where an undo leads. */
export interface Undone {
  to: StepState;
  /** The words that state had: what failed says again what happened. */
  note?: string;
}

/**
 * Where an undo brings a step: to where it came from when it may go there, else to "to do".
 * @param now the state to be undone
 * @param before the state before it, and its reason; without the words of that, which were redacted, no way leads there
 * @param needsMore a tick takes more than a press: a second person, or evidence that is not there
 * @returns null when no way leads back
 */
export function undoneTo(
  now: StepState,
  { state, reason }: { state: StepState; reason: Pick<NonNullable<ItemState["reason"]>, "value"> | null },
  needsMore = false,
): Undone | null {
  const isTold = reason === null || reason.value !== null;
  const mayCome = isTold && !(needsMore && state === "done");
  if (mayCome && (stepMoves[now] as readonly StepState[]).includes(state))
    return { to: state, note: reason?.value ?? undefined };
  return now === "todo" ? null : { to: "todo" };
}
