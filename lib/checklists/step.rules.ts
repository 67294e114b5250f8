import type { Refusal } from "@/lib/kernel/errors";
import type { StepState } from "@/lib/timeline/events/common";

/** Which state a step may be brought into from which. */
export const stepMoves = {
  todo: ["in_progress", "done", "skipped", "failed", "blocked", "not_applicable"],
  in_progress: ["todo", "done", "skipped", "failed", "blocked", "not_applicable"],
  blocked: ["todo", "in_progress", "done", "skipped", "failed", "not_applicable"],
  failed: ["todo", "in_progress", "done", "skipped"],
  done: ["todo", "failed"],
  skipped: ["todo", "in_progress", "done"],
  not_applicable: ["todo", "in_progress", "done"],
} as const satisfies Record<StepState, readonly StepState[]>;

/**
 * Which states a step or a question may be brought into. A question is neither done nor failed: it is answered, and
 * its answers say what follows; without one it is skipped, and why.
 */
export function movesOf({ kind, state }: { kind: "step" | "decision"; state: StepState }): StepState[] {
  if (kind === "step") return [...stepMoves[state]];
  return state === "done" ? [] : stepMoves[state].filter((to) => decideKind(kind, to).ok);
}

/** Whether a step, or a question, may be in a state that somebody sets. */
export function decideKind(kind: "step" | "decision", to: StepState): { ok: true } | Refusal {
  const never = kind === "decision" && (to === "done" || to === "failed");
  const message = "This is a question: choose an answer, or skip it and say why.";
  return never ? { ok: false, code: "invalid", message } : { ok: true };
}

/** States that say nothing without words. */
const needsWords: Partial<Record<StepState, string>> = {
  skipped: "Say why it is skipped.",
  failed: "Say what happened.",
  blocked: "Say what it waits for.",
};

/** The event that brings a step into a state. */
export type StepMove =
  | "step.taken"
  | "step.done"
  | "step.unticked"
  | "step.unblocked"
  | "step.skipped"
  | "step.failed"
  | "step.blocked"
  | "step.marked_not_applicable";

/**
 * Whether a step may move, and which event says so.
 * @param note reason or remark, already trimmed; null without one
 */
export function decideStep(
  from: StepState,
  to: StepState,
  note: string | null,
): { ok: true; kind: StepMove } | Refusal {
  if (!(stepMoves[from] as readonly StepState[]).includes(to)) {
    return {
      ok: false,
      code: "conflict",
      message: `A step that is ${inWords(from)} cannot become ${inWords(to)}.`,
    };
  }
  const words = decideWords(to, note);
  return words.ok ? { ok: true, kind: eventFor(from, to) } : words;
}

/** Whether a step may be brought into a state with these words, or without any. */
export function decideWords(to: StepState, note: string | null): { ok: true } | Refusal {
  const missing = needsWords[to];
  return missing && !note ? { ok: false, code: "invalid", message: missing } : { ok: true };
}

function eventFor(from: StepState, to: StepState): StepMove {
  switch (to) {
    case "in_progress":
      return "step.taken";
    case "todo":
      return from === "blocked" ? "step.unblocked" : "step.unticked";
    case "not_applicable":
      return "step.marked_not_applicable";
    default:
      return `step.${to}`;
  }
}

/** "in progress", "not applicable" … */
export function inWords(state: StepState): string {
  return state === "todo" ? "to do" : state.replaceAll("_", " ");
}

/** Whether nothing more has to be done about it. */
export function isEnded(state: StepState): boolean {
  return state === "done" || state === "skipped" || state === "not_applicable";
}

/** Whether somebody has said how it came out: what failed needs no more time, though it may be tried again. */
export function isOver(state: StepState): boolean {
  return isEnded(state) || state === "failed";
}

/** What tells of an item whether it was begun: as the room has it, or the tables. */
export interface Touched {
  id: string;
  state: StepState;
  assigneeId: string | null;
  changedAt: unknown;
  remarks: readonly unknown[];
  secondActs: readonly unknown[];
  checks: readonly unknown[];
}

/**
 * Whether anybody did, took, timed, checked or said something at an item: then it stays in sight wherever the list
 * goes.
 * @param timeBoxes of its checklist, or of all; those that ended count, too
 */
export function isBegun(item: Touched, timeBoxes: readonly { itemId: string | null }[]): boolean {
  const { remarks, secondActs, checks } = item;
  const changed = item.state !== "todo" || item.assigneeId !== null || item.changedAt !== null;
  const kept = remarks.length + secondActs.length + checks.length > 0;
  return changed || kept || timeBoxes.some(({ itemId }) => itemId === item.id);
}
