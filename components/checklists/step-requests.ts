import type { StepState } from "@/lib/timeline/events/common";
import type { StepWrites } from "./use-step-writes";
import type { StepView } from "./view.rules";
import type { WordsRequest } from "./words-dialog";

/** What one press does to a step: tick it, or take the tick back. */
export function tickOf({ item }: StepView): { to: "done" | "todo"; label: "Done" | "Untick" } {
  return item.state === "done" ? { to: "todo", label: "Untick" } : { to: "done", label: "Done" };
}

/** What is asked before a step goes into a state that needs words. */
export function wordsFor(step: StepView, to: StepState, { move }: StepWrites): WordsRequest | null {
  const run = (words: string) => move(step, to, words);
  switch (to) {
    case "skipped":
      return { title: `Skip: ${step.title}`, label: "Why is it skipped?", confirm: "Skip", run };
    case "failed":
      return { title: `Failed: ${step.title}`, label: "What happened?", confirm: "Mark it failed", run };
    case "blocked":
      return {
        title: `Blocked: ${step.title}`,
        label: "What does it wait for?",
        confirm: "Mark it blocked",
        run,
      };
    default:
      return null;
  }
}

/** What is asked before a remark is added. */
export function remarkFor(
  step: StepView,
  kind: "comment" | "evidence",
  { remark }: StepWrites,
): WordsRequest {
  const run = (words: string) => remark(step, kind, words);
  return kind === "comment"
    ? {
        title: `Note on: ${step.title}`,
        label: "Note",
        hint: "It goes on the timeline.",
        confirm: "Add note",
        run,
      }
    : {
        title: `Evidence for: ${step.title}`,
        label: "What came out",
        hint: "Output, a number, a link. It goes on the timeline.",
        confirm: "Add evidence",
        run,
      };
}

/** Asks for a step that no runbook has, below another one or at the end of its checklist. */
export function newStepFor(checklistId: string, writes: StepWrites, after?: StepView): WordsRequest {
  return {
    title: "Add a step",
    label: "What is to be done?",
    hint: after && `Below “${after.title}”`,
    confirm: "Add the step",
    run: (words) => writes.add(checklistId, after?.item.id ?? null, words),
  };
}
