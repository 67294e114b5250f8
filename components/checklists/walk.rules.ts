import { lineOf, type Section } from "@/lib/room/turns.rules";
import type { PinnedRunbooks } from "./use-pinned";
import type { ChecklistView } from "./view.rules";

/** The checklists as the ranking looks at them. A checklist of one's own is a runbook of its own. */
export function walkOf(checklists: readonly ChecklistView[], pinned: PinnedRunbooks): Section[] {
  return checklists.map(({ list, steps }) => ({
    runbook: pinned.runbook(list.runbookVersionId)?.runbookId ?? list.runbookVersionId ?? list.id,
    steps: steps.map(({ item, step }) => ({
      item,
      line: lineOf(item, step),
      choice: step?.choiceKey ?? null,
    })),
  }));
}

/** The same walk once this person has done a step: it is what they did last. */
export function asIfDone(walk: readonly Section[], itemId: string, me: string): Section[] {
  const after = { state: "done", changedById: me, changedAt: "9999", asked: null } as const;
  return walk.map((section) => ({
    ...section,
    steps: section.steps.map((step) =>
      step.item.id === itemId ? { ...step, item: { ...step.item, ...after } } : step,
    ),
  }));
}
