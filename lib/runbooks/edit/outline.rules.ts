import type { Block, LineRange, ParsedRunbook, ParsedSection, ParsedStep } from "../parse/types";
import { areOfOneList, readItem, type Item } from "./list-items.rules";
import { isBlank, linesIn, type SourceLine } from "./source-lines.rules";

/** A document whose steps can be changed: its lines, and the list items that its steps are. */
export interface Outline {
  lines: SourceLine[];
  steps: ReadonlyMap<string, StepItem>;
  byStart: ReadonlyMap<number, Item>;
  byEnd: ReadonlyMap<number, readonly Item[]>;
}

export interface StepItem {
  item: Item;
  /** Index of the last line of its own text; null when it does not begin with text. */
  textEnd: number | null;
}

/**
 * Finds the list items that steps are.
 * @param parsed what was read of exactly this source
 */
export function readOutline(source: string, parsed: Pick<ParsedRunbook, "sections">): Outline {
  const lines = linesIn(source);
  const byStart = new Map<number, Item>();
  const byEnd = new Map<number, Item[]>();
  for (const range of parsed.sections.flatMap(itemRanges)) {
    const item = byStart.has(range.start - 1) ? null : readItem(lines, range);
    if (!item) continue;
    byStart.set(item.start, item);
    byEnd.set(item.end, [...(byEnd.get(item.end) ?? []), item]);
  }
  const steps = new Map<string, StepItem>();
  for (const section of parsed.sections) {
    const all = section.items.filter((item) => item.type === "step");
    const firstParts = firstPartsOf(all);
    const taken = new Set<number>();
    for (const step of all) {
      const item = byStart.get(step.lines.start - 1);
      // Of "1. 2. text" both steps begin on one line; the line is the outer one's.
      if (item && LISTED.includes(step.origin) && !taken.has(item.start))
        steps.set(step.key, { item, textEnd: textEndOf(step, firstParts.get(step.key), lines) });
      taken.add(step.lines.start - 1);
    }
  }
  return { lines, steps, byStart, byEnd };
}

const LISTED: readonly string[] = ["ordered", "task", "bullet"];

/** All items of the list that an item is in, in order. */
export function listOf({ lines, byStart, byEnd }: Outline, item: Item): Item[] {
  const list = [item];
  for (let last: Item | undefined = item; last;) {
    let at: number = last.end + 1;
    while (lines[at] && isBlank(lines[at] as SourceLine)) at++;
    const next: Item | undefined = byStart.get(at);
    last = next && areOfOneList(last, next) ? next : undefined;
    if (last) list.push(last);
  }
  for (let first: Item | undefined = item; first;) {
    let at: number = first.start - 1;
    while (at >= 0 && isBlank(lines[at] as SourceLine)) at--;
    const of: Item = first;
    first = byEnd.get(at)?.find((above) => areOfOneList(above, of));
    if (first) list.unshift(first);
  }
  return list;
}

/** The lines of everything in a section that is an item of a list, whatever it was read as. */
function itemRanges({ items }: ParsedSection): LineRange[] {
  return items.flatMap((item) => {
    if (item.type === "note") return inBlocks([item.block]);
    if (item.type === "group") return [];
    return [item.lines, ...inBlocks(item.details)];
  });
}

function inBlocks(blocks: readonly Block[]): LineRange[] {
  return blocks.flatMap((block) =>
    block.type === "list"
      ? block.items.flatMap((item) => [item.lines, ...inBlocks(item.blocks)])
      : block.type === "quote"
        ? inBlocks(block.blocks)
        : [],
  );
}

/** Where the first part of each step begins. */
function firstPartsOf(steps: readonly ParsedStep[]): Map<string, number> {
  const lines = new Map<string, number>();
  for (const { parentKey, lines: range } of steps)
    if (parentKey !== null && !lines.has(parentKey)) lines.set(parentKey, range.start);
  return lines;
}

/** A step's own text goes on to the line before the first thing that is something else. */
function textEndOf(
  step: ParsedStep,
  firstPart: number | undefined,
  lines: readonly SourceLine[],
): number | null {
  const { start, end } = step.lines;
  if (step.details.some((block) => block.lines.start === start)) return null;
  const others = [
    ...step.details.map((block) => block.lines.start),
    ...[step.expect, step.ifFails].flatMap((field) => (field ? [field.lines.start] : [])),
    ...step.commands.map((command) => command.lines.start),
    ...step.http.map(({ line }) => line),
    ...(firstPart === undefined ? [] : [firstPart]),
  ].filter((line) => line > start);
  let last = start - 1;
  const before = Math.min(end + 1, ...others) - 1;
  while (last + 1 < before && lines[last + 1] && !isBlank(lines[last + 1] as SourceLine)) last++;
  return last;
}
