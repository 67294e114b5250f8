import type { KeptAct } from "@/components/offline/kept-act";
import { formatBefore } from "@/lib/kernel/durations";
import { inWords } from "@/lib/checklists/step.rules";
import type { StepState, Waivable } from "@/lib/timeline/events/common";
import type { Entry } from "@/lib/timeline/events";
import type { Names } from "@/lib/timeline/describe";
import { firstTick } from "./step-requests";
import type { StepView } from "./view.rules";

/** What somebody does at a step, that can wait for a connection. */
export type StepAct = Pick<KeptAct, "request" | "at" | "said" | "words" | "shows">;

/** How a move is told to the one who made it. */
export const SAID: Record<StepState, string> = {
  todo: "To do again",
  in_progress: "Taken",
  done: "Done",
  skipped: "Skipped",
  failed: "Failed",
  blocked: "Blocked",
  not_applicable: "Not applicable",
};

/** Words that come with a move, and what it is done without though the step needs it. */
export interface MoveWords {
  note?: string;
  without?: readonly Waivable[];
}

/**
 * Bringing a step into a state. It says what its person saw, so that a move by somebody else meanwhile is neither
 * undone nor hides this one. A tick where a second person is needed asks for one; theirs confirms it.
 * @param at server time, milliseconds since 1970
 */
export function moveAct(
  view: Pick<StepView, "item" | "title" | "needs">,
  to: StepState,
  { note, without = [] }: MoveWords,
  me: string,
  at: number,
): StepAct & { reached: StepState } {
  const { item, title } = view;
  const occurredAt = new Date(at).toISOString();
  const confirms = (to === "done" ? firstTick(item)?.personId : null) ?? null;
  const asks = to === "done" && view.needs.secondPerson && !confirms && !without.includes("second_person");
  const reached = asks ? "in_progress" : to;
  const said = asks ? "Waits for a second person" : confirms ? "Confirmed" : SAID[to];
  const change = {
    ...{ state: reached, changedById: me, changedAt: occurredAt },
    asked: asks ? { personId: me, at: occurredAt } : confirms ? item.asked : null,
    reason: note ? { id: "", value: note } : null,
    ...(to === "in_progress" && { assigneeId: me }),
  };
  const seen = { expected: item.state, expectedById: item.changedById, confirms };
  return {
    request: {
      method: "PUT",
      path: `/steps/${item.id}/state`,
      body: { state: to, ...seen, note: note || null, without, occurredAt, whenSecond: "keep" },
    },
    ...{ at, said: `${said}: ${title}`, words: note || null, reached },
    shows: { kind: "step", itemId: item.id, change },
  };
}

/** A comment on a step, or evidence of what came out. @param at server time, milliseconds since 1970 */
export function remarkAct(
  { item, title }: Pick<StepView, "item" | "title">,
  kind: "comment" | "evidence",
  text: string,
  at: number,
): StepAct {
  return {
    request: {
      method: "POST",
      path: `/steps/${item.id}/remarks`,
      body: { kind, text, occurredAt: new Date(at).toISOString() },
    },
    ...{ at, said: `${kind === "comment" ? "Note on" : "Evidence for"}: ${title}`, words: text },
    shows: { kind: "remark", itemId: item.id, remark: kind },
  };
}

/** What is told when somebody else was first at a step; null when nobody was. */
export function secondWords(entries: readonly Entry[], names: Names): string | null {
  const second = entries.find((entry) => entry.kind === "step.acted_second");
  if (second?.kind !== "step.acted_second") return null;
  const { first, was } = second.data;
  const who =
    first.personId === second.actor.id ? "You were first" : `${names.person(first.personId ?? "")} was first`;
  const did = Date.parse(second.occurredAt ?? second.at);
  const before = first.at ? `, ${formatBefore(Date.parse(first.at), did)} you` : "";
  return `${who}${before}: it is ${inWords(was)}. What you did is kept beside it.`;
}
