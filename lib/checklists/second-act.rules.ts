import type { StepState } from "@/lib/timeline/events/common";
import { stepMoves } from "./step.rules";

/** A step as it stands, and who brought it there. */
interface Standing {
  state: StepState;
  changedById: string | null;
}

/** What somebody saw when they acted. `expectedById` is absent when they do not ask who had brought it there. */
interface Act {
  state: StepState;
  expected: StepState;
  expectedById?: string | null;
}

/**
 * What becomes of an act on a step: it moves the step, or comes second because another has moved it meanwhile.
 * With `keep` (an act made without a connection) coming second is told on the timeline and beside the step, and an act
 * that takes nothing away from what others did still moves it: the step is open again, or was only taken.
 * @returns `moves`; `beside`: the step stays, the act is kept; `refused`: tell who was first
 */
export function decideSecond(
  now: Standing,
  act: Act,
  whenSecond: "refuse" | "keep",
): "moves" | "beside" | "refused" {
  const sameHand = act.expectedById === undefined || act.expectedById === now.changedById;
  if (now.state === act.expected && sameHand) return "moves";
  if (whenSecond === "refuse") return "refused";
  if (now.state === act.state) return "beside";
  const mayMove = (stepMoves[now.state] as readonly StepState[]).includes(act.state);
  const takesNothing = now.state === "todo" || (now.state === "in_progress" && act.state === "done");
  return mayMove && takesNothing ? "moves" : "beside";
}
