import type { ParsedCriterion, ParsedRunbook, ParsedSection, ParsedStep } from "./types";
import { stepsOf } from "./walk-sections";

export { stepsOf };

/** The exit criteria of a section. */
export function criteriaOf(section: ParsedSection): ParsedCriterion[] {
  return section.items.filter((item): item is ParsedCriterion => item.type === "criterion");
}

/** All exit criteria of a runbook, in order. */
export function exitCriteria(runbook: ParsedRunbook): ParsedCriterion[] {
  return runbook.sections.flatMap(criteriaOf);
}

/** A step and its section, by the step's key. */
export function findStep(
  runbook: ParsedRunbook,
  key: string,
): { section: ParsedSection; step: ParsedStep } | null {
  for (const section of runbook.sections) {
    const step = stepsOf(section).find((candidate) => candidate.key === key);
    if (step) return { section, step };
  }
  return null;
}
