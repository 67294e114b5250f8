import { nodeSteps } from "./node-steps.rules";
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

/** A step, or a node of a chart, and its section, by its key. */
export function findStep(
  runbook: ParsedRunbook,
  key: string,
): { section: ParsedSection; step: ParsedStep } | null {
  for (const section of runbook.sections) {
    const all = [...stepsOf(section), ...(section.flow ? nodeSteps(section.flow) : [])];
    const step = all.find((candidate) => candidate.key === key);
    if (step) return { section, step };
  }
  return null;
}
