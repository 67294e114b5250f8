import { stepMoves } from "@/lib/checklists/step.rules";
import type { StepState } from "@/lib/timeline/events/common";

/**
 * Where an undo brings a step: back into somebody's hands when it came from there and may go there, else to "to do".
 * What needs words to be (skipped, failed) cannot come back by one key.
 * @param now the state to be undone
 * @param before the state before it
 */
export function undoneTo(now: StepState, before: StepState): "in_progress" | "todo" {
  const mayBeTaken = (stepMoves[now] as readonly StepState[]).includes("in_progress");
  return before === "in_progress" && mayBeTaken ? "in_progress" : "todo";
}
