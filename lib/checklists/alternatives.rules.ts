import type { StepState } from "@/lib/timeline/events/common";

interface Step {
  id: string;
  /** The step that it stands under. */
  parentId: string | null;
  state: StepState;
  /** Steps that have the same one are alternatives: one of them is enough. Null for a step that stands for itself. */
  choice: string | null;
}

/**
 * The steps of a checklist that nobody has to do any more: alternatives to one that is done, and what stands under
 * them. What was begun of them stays open: whoever has it says how it ends.
 * @returns their ids
 */
export function needlessSteps(steps: readonly Step[]): ReadonlySet<string> {
  const enough = new Set(steps.flatMap(({ state, choice }) => (state === "done" && choice ? [choice] : [])));
  const needless = new Set<string>();
  for (const { id, parentId, state, choice } of steps) {
    const other = choice !== null && enough.has(choice);
    if (state === "todo" && (other || needless.has(parentId ?? ""))) needless.add(id);
  }
  return needless;
}
