import type { ParsedSection, ParsedStep } from "@/lib/runbooks/parse/types";
import type { Planned } from "./flow.rules";

/** A step of a section, or a node of its chart, as a checklist will hold it. */
export interface SectionItem {
  kind: "step" | "decision";
  stepKey: string;
  /** The step that it is a part of. */
  parentKey: string | null;
  group: string | null;
  branch: string | null;
  round: number;
}

/**
 * What a checklist of a section holds, in the order of the source: its steps, and at the chart's place what is walked
 * of it.
 */
export function itemsOf(section: ParsedSection, walk: readonly Planned[]): SectionItem[] {
  const steps = stepsIn(section).map((step) => ({ line: step.lines.start, items: [stepItem(step)] }));
  const chart = section.flow ? [{ line: section.flow.lines.start, items: walk.map(nodeItem) }] : [];
  return [...steps, ...chart].toSorted((a, b) => a.line - b.line).flatMap(({ items }) => items);
}

/** Whether there is anything to walk in a section. */
export function isWalkable(section: ParsedSection): boolean {
  return stepsIn(section).length > 0 || section.flow !== null;
}

function stepsIn(section: ParsedSection): ParsedStep[] {
  return section.items.filter((item) => item.type === "step");
}

function stepItem({ key, parentKey, groupKey, choiceKey }: ParsedStep): SectionItem {
  return { kind: "step", stepKey: key, parentKey, group: groupKey, branch: choiceKey, round: 1 };
}

function nodeItem({ nodeKey, strand, kind, round }: Planned): SectionItem {
  return { kind, stepKey: nodeKey, parentKey: null, group: null, branch: strand, round };
}
