import type { ChoiceLookup } from "./choice-lookup";
import type { Keys } from "./keys";
import { areCases, caseLabel } from "./parts";
import type { Decision, ParsedSection, ParsedStep } from "./types";
import { stepsOf } from "./walk-sections";

/** Questions in text: a step whose parts are the answers. Node and targets are the keys of the steps. */
export function readStepDecisions(
  section: ParsedSection,
  { keys, choices }: { keys: Keys; choices: ChoiceLookup },
): Decision[] {
  const parts = new Map<string, ParsedStep[]>();
  const steps = stepsOf(section);
  for (const step of steps)
    if (step.parentKey) parts.set(step.parentKey, [...(parts.get(step.parentKey) ?? []), step]);
  return steps.flatMap((step) => {
    const answers = parts.get(step.key) ?? [];
    const oneIsEnough = answers.every(({ choiceKey }) => choiceKey !== null);
    if (
      !oneIsEnough ||
      !areCases(
        answers.map(({ text }) => text),
        step.text,
      )
    )
      return [];
    return [
      {
        key: keys.decision([section.key], step.text),
        sectionKey: section.key,
        question: step.text,
        nodeId: step.key,
        line: step.lines.start,
        branches: answers.map((answer) => ({
          label: caseLabel(answer.text)?.label ?? null,
          target: caseLabel(answer.text)?.rest ?? answer.text,
          targetId: answer.key,
          loop: false,
          link: choices.linkOf(step.lines.start, answer.key),
          line: answer.lines.start,
        })),
      },
    ];
  });
}
