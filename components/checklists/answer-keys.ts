import type { KeyBinding } from "@/components/shell/keys";
import type { Answer } from "@/lib/timeline/events/common";
import type { Ready } from "./use-ready";
import type { StepCursor } from "./use-step-cursor";
import type { StepWrites } from "./use-step-writes";
import type { ChecklistView, StepView } from "./view.rules";

/** 1–9 for the answers to a question; nothing for a step that asks none. */
export function answerKeys(
  step: StepView,
  { answer }: StepWrites,
  isReady: Ready["isReady"],
): Pick<KeyBinding, "keys" | "label" | "run">[] {
  const answers = step.decision?.answers.slice(0, 9) ?? [];
  return answers.map((view, index) => ({
    keys: String(index + 1),
    label: `Answer ${view.words}`,
    run: (press) => {
      if (!view.chosen && isReady(press)) void answer(step, view.answer);
    },
  }));
}

/** 1–9 for the alternatives: to pick one changes nothing yet. */
export function optionKeys({
  choice,
  select,
}: Pick<StepCursor, "choice" | "select">): Pick<KeyBinding, "keys" | "label" | "run">[] {
  const options = choice?.options.slice(0, 9) ?? [];
  return options.map(({ item, title }, index) => ({
    keys: String(index + 1),
    label: `Pick ${title}`,
    run: () => select(item.id),
  }));
}

/**
 * The last question answered at or before a step, and what to answer it with to leave its way: the other one of two;
 * with more than two it is asked again.
 */
export function otherBranch(
  checklists: readonly ChecklistView[],
  at: StepView | null,
): { step: StepView; answer: Answer | null } | null {
  const steps = checklists.find(({ list }) => list.id === at?.list.id)?.steps ?? [];
  const index = steps.findIndex(({ item }) => item.id === at?.item.id);
  const step = steps.slice(0, index + 1).findLast(({ item }) => item.answer !== null);
  if (!step?.decision) return null;
  const others = step.decision.answers.filter(({ chosen }) => !chosen);
  return { step, answer: others.length === 1 ? (others[0]?.answer ?? null) : null };
}
