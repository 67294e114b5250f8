import { titleOf } from "@/lib/runbooks/parse/step-words.rules";
import type { ParsedSection } from "@/lib/runbooks/parse/types";
import type { StepState } from "@/lib/timeline/events/common";

interface Step {
  id: string;
  /** The step that it stands under. */
  parentId: string | null;
  state: StepState;
  /** Steps that have the same one are alternatives: one of them is enough. Null for a step that stands for itself. */
  choice: string | null;
  /** It is a question, and the alternatives below it are its answers. */
  asks: boolean;
}

/**
 * The steps of a section that are questions: one that ends with a question mark, and alternatives stand below it.
 * @returns their keys
 */
export function questionsIn(section: Pick<ParsedSection, "items"> | undefined): ReadonlySet<string> {
  const steps = section?.items.filter((item) => item.type === "step") ?? [];
  const answered = new Set(steps.flatMap(({ parentKey, choiceKey }) => (choiceKey ? [parentKey] : [])));
  return new Set(
    steps.flatMap((step) => (answered.has(step.key) && titleOf(step).endsWith("?") ? [step.key] : [])),
  );
}

/**
 * The steps of a checklist that nobody has to do any more: alternatives to one that is done, and what stands under
 * them or under one that ended otherwise; and questions that one of them answers. What was begun of them stays open:
 * whoever has it says how it ends.
 * @returns their ids
 */
export function needlessSteps(steps: readonly Step[]): ReadonlySet<string> {
  const enough = new Set<string>();
  const answered = new Set<string | null>();
  const isAnswered = ({ id, state, asks }: Step) => asks && state === "todo" && answered.has(id);
  // From the last one up: a question that is answered may be an answer itself.
  for (const step of steps.toReversed()) {
    if (step.choice === null || !(step.state === "done" || isAnswered(step))) continue;
    enough.add(step.choice);
    answered.add(step.parentId);
  }
  const givenUp = new Set(steps.flatMap((step) => (isGivenUp(step) ? [step.id] : [])));
  const needless = new Set<string>();
  for (const step of steps) {
    const other = step.choice !== null && enough.has(step.choice) && !isAnswered(step);
    const below = needless.has(step.parentId ?? "") || givenUp.has(step.parentId ?? "");
    if (step.state === "todo" && (other || below)) needless.add(step.id);
  }
  // What else stands below a question is to be done all the same: they come to it last.
  for (const step of steps) if (isAnswered(step)) needless.add(step.id);
  return needless;
}

/** Whether it is one of several ways, and it was not it: what stands under it is not gone on with. */
export function isGivenUp({ state, choice }: Pick<Step, "state" | "choice">): boolean {
  return choice !== null && (state === "failed" || state === "skipped" || state === "not_applicable");
}
