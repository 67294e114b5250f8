import type { StepState } from "@/lib/timeline/events/common";
import { stepMoves } from "./step.rules";

/** A step as it stands, and who brought it there. */
interface Standing {
  state: StepState;
  changedById: string | null;
  /** Who ticked it first, when it waits for a second person. */
  askedById: string | null;
  /** Who acts now. */
  byId: string | null;
}

/** What somebody saw when they acted. `expectedById` is absent when they do not ask who had brought it there. */
interface Act {
  state: StepState;
  expected: StepState;
  expectedById?: string | null;
  /** Whose tick they saw and confirm. */
  confirms?: string | null;
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
  // Nobody confirms a tick that they have not seen: they may only have wanted to make the first one.
  if (act.state === "done" && (act.confirms ?? null) !== waitsFor(now))
    return whenSecond === "keep" ? "beside" : "refused";
  const sameHand = act.expectedById === undefined || act.expectedById === now.changedById;
  if (now.state === act.expected && sameHand) return "moves";
  if (whenSecond === "refuse") return "refused";
  if (now.state === act.state) return "beside";
  const mayMove = (stepMoves[now.state] as readonly StepState[]).includes(act.state);
  const takesNothing = now.state === "todo" || (now.state === "in_progress" && act.state === "done");
  return mayMove && takesNothing ? "moves" : "beside";
}

/** Whose tick waits to be confirmed by the one who acts; null when nobody's does. */
function waitsFor({ state, askedById, byId }: Standing): string | null {
  return state === "in_progress" && askedById !== byId ? askedById : null;
}
