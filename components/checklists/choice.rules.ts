import type { StepView } from "./view.rules";

/** Alternatives of which one is enough, while none is done. */
export interface Choice {
  /** All of them, in order. */
  options: StepView[];
  /** The question that they answer; null where none is asked. */
  question: string | null;
  /** Somebody has picked the one that is looked at: by hand, by beginning it, or by giving it to somebody. */
  isPicked: boolean;
}

/**
 * The choice that a step is part of.
 * @param all the steps of all checklists
 * @param isChosen whether this person chose it by hand
 * @returns null for a step that stands for itself, and once one of them is done
 */
export function choiceOf(step: StepView, all: readonly StepView[], isChosen: boolean): Choice | null {
  const key = step.step?.choiceKey;
  if (!key) return null;
  const options = all.filter((other) => other.list.id === step.list.id && other.step?.choiceKey === key);
  if (options.length < 2 || options.some(({ item }) => item.state === "done")) return null;
  const { state, assigneeId, parentId } = step.item;
  const question = all.find(({ item, asks }) => asks && item.id === parentId)?.title ?? null;
  return { options, question, isPicked: isChosen || state !== "todo" || assigneeId !== null };
}
