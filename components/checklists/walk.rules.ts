import type { Filled } from "@/lib/checklists/gaps.rules";
import { callsOf } from "@/lib/room/calls.rules";
import { standingBy } from "@/lib/room/standby.rules";
import { lineOf, type Section } from "@/lib/room/turns.rules";
import type { PinnedRunbooks } from "./use-pinned";
import type { ChecklistView } from "./view.rules";

/**
 * The checklists as the ranking looks at them. A checklist of one's own is a runbook of its own.
 * @param isGone whether a person is not here to do anything any more: nobody has what they had
 */
export function walkOf(
  checklists: readonly ChecklistView[],
  pinned: PinnedRunbooks,
  isGone: (personId: string | null) => boolean,
): Section[] {
  return checklists.map(({ list, steps, calls, standsBy }) => ({
    ...{ id: list.id, calls, standsBy },
    runbook: runbookOf(list, pinned),
    steps: steps.map(({ item, step, asks }) => ({
      item: isGone(item.assigneeId) ? { ...item, assigneeId: null } : item,
      line: lineOf(item, step),
      choice: step?.choiceKey ?? null,
      asks,
    })),
  }));
}

/**
 * The same checklists with what holds them back: the answers on which each hangs, where a person linked some, and whether
 * it is there for when the rest did not work.
 */
export function withWaits(
  checklists: readonly ChecklistView[],
  pinned: PinnedRunbooks,
  filled: Filled,
): ChecklistView[] {
  const asking = checklists.map(({ list }) => ({
    ...list,
    runbook: runbookOf(list, pinned),
    sections: pinned.runbook(list.runbookVersionId)?.sections ?? [],
  }));
  const calls = callsOf(asking, filled);
  const spare = standingBy(
    checklists.map(({ list, title, steps }) => ({
      ...{ id: list.id, title, steps },
      runbook: runbookOf(list, pinned),
      calls: calls.get(list.id) ?? [],
    })),
  );
  return checklists.map((view) => ({
    ...view,
    calls: calls.get(view.list.id) ?? [],
    standsBy: spare.has(view.list.id),
  }));
}

function runbookOf({ id, runbookVersionId }: ChecklistView["list"], pinned: PinnedRunbooks): string {
  return pinned.runbook(runbookVersionId)?.runbookId ?? runbookVersionId ?? id;
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
