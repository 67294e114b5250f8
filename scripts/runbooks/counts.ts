import type { ParsedRunbook } from "@/lib/runbooks/parse/types";
import { blocksOf, stepsOf } from "@/lib/runbooks/parse/walk-sections";

/** What was read of a document, or of several, in numbers. */
export interface Counts {
  sections: number;
  /** Steps and their parts, and exit criteria. */
  steps: number;
  /** Of steps, and of code that belongs to none. */
  commands: number;
  decisions: number;
  findings: number;
}

/** The columns of a table that shows counts; `cellsOf` gives its cells. */
export const COUNT_COLUMNS = [">sections", ">steps", ">commands", ">decisions", ">findings"];

export function cellsOf(counts: Counts): string[] {
  const { sections, steps, commands, decisions, findings } = counts;
  return [sections, steps, commands, decisions, findings].map(String);
}

export function countsOf({ sections, decisions, findings }: ParsedRunbook): Counts {
  const items = sections.flatMap((section) => section.items);
  const commands = sections.flatMap((section) => [
    ...stepsOf(section).flatMap((step) => step.commands),
    ...blocksOf(section).flatMap((block) => (block.type === "code" ? block.commands : [])),
  ]);
  return {
    sections: sections.length,
    steps: items.filter(({ type }) => type === "step" || type === "criterion").length,
    // A step carries the commands of the code below it: the same ones, not copies.
    commands: new Set(commands).size,
    decisions: decisions.length,
    findings: findings.length,
  };
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number) => all.reduce((total, counts) => total + pick(counts), 0);
  return {
    sections: sum(({ sections }) => sections),
    steps: sum(({ steps }) => steps),
    commands: sum(({ commands }) => commands),
    decisions: sum(({ decisions }) => decisions),
    findings: sum(({ findings }) => findings),
  };
}
