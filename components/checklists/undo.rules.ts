import { decideStep } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";

/** Where an undo leads. */
export interface Undone {
  to: StepState;
  /** The words that state had: what failed says again what happened. */
  note?: string;
}

/**
 * Where an undo brings a step: to where it came from when it may go there, else to "to do".
 * @param now the state to be undone
 * @param before the state before it, and its reason; null when it had none, or nobody may read it any more
 * @returns null when no way leads back
 */
export function undoneTo(now: StepState, before: { state: StepState; reason: string | null }): Undone | null {
  if (decideStep(now, before.state, before.reason).ok)
    return { to: before.state, note: before.reason ?? undefined };
  return now === "todo" ? null : { to: "todo" };
}
