import type { ChoiceLookup } from "./choice-lookup";
import type { Keys } from "./keys";
import { casesOf } from "./parts";
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
    const texts = answers.map(({ text }) => text);
    const cases = oneIsEnough ? casesOf(texts, step.text) : null;
    if (!cases) return [];
    return [
      {
        key: keys.decision([section.key], step.text),
        sectionKey: section.key,
        question: step.text,
        nodeId: step.key,
        line: step.lines.start,
        branches: answers.map((answer, at) => ({
          label: cases[at]?.label ?? null,
          target: cases[at]?.rest || answer.text,
          targetId: answer.key,
          loop: false,
          link: choices.linkOf(step.lines.start, answer.key),
          line: answer.lines.start,
        })),
      },
    ];
  });
}
