import type { RoomView } from "@/components/room/use-room-view";
import { isEnded } from "@/lib/checklists/step.rules";
import { waitsForAnswer } from "@/lib/room/calls.rules";
import { resolvedWords } from "./end-words.rules";
import type { StepView } from "./view.rules";

/** What to say when no step is next, and who has what the rest waits for. */
export function nothingWords({
  checklists,
  state,
  names,
  me,
  mayAct,
}: Pick<RoomView, "checklists" | "state" | "names" | "me" | "mayAct">): string {
  if (state.status === "resolved") return resolvedWords(state);
  if (state.status === "closed") return "The incident is closed.";
  if (state.status === "cancelled") return "The incident was cancelled.";
  if (checklists.length === 0)
    return `No checklist is being walked yet.${mayAct ? " Add a section of a runbook below." : ""}`;
  const theirs = heldByOthers({ checklists, me });
  const spare = checklists.find(({ standsBy }) => standsBy);
  const waits = spare && `“${spare.title}” is for when that did not work: begin it by hand.`;
  if (!theirs?.item.assigneeId)
    return [allDone(checklists) ? "All steps are done." : "No step is open for you.", waits]
      .filter(Boolean)
      .join(" ");
  return `No step is open for you now: ${names.person(theirs.item.assigneeId)} has “${theirs.title}”.`;
}

/** The first step that somebody else has; undefined when nobody has any. */
export function heldByOthers({ checklists, me }: Pick<RoomView, "checklists" | "me">): StepView | undefined {
  return checklists
    .flatMap(({ steps }) => steps)
    .find(
      ({ item, satisfied }) =>
        !satisfied && !isEnded(item.state) && item.assigneeId !== null && item.assigneeId !== me.id,
    );
}

/** What another answer leads to is not to be done. */
function allDone(checklists: RoomView["checklists"]): boolean {
  const isCalled = (view: RoomView["checklists"][number]) =>
    !view.standsBy && (!waitsForAnswer(view) || view.calls.some(({ instead }) => instead === null));
  return checklists
    .filter(isCalled)
    .every(({ steps }) =>
      steps.every(({ item, satisfied }) => item.left || satisfied || item.state === "done"),
    );
}
