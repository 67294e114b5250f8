import { isOrdered, withMarker, type Item } from "./list-items.rules";
import { listOf, type Outline, type StepItem } from "./outline.rules";
import { isBlank, joinLines, replaceLines, type SourceLine } from "./source-lines.rules";
import { asItemText } from "./step-text.rules";

export { readOutline, type Outline } from "./outline.rules";

/** A small change of one step, written back as Markdown. */
export type StepEdit =
  /** Past its neighbour in the list, with all that hangs on it. */
  | { kind: "move"; by: 1 | -1 }
  /** Another text on one line; Markdown is taken as such. */
  | { kind: "retype"; text: string }
  /** A box to tick in the text, or none. */
  | { kind: "box"; on: boolean }
  /** Numbers or bullets, for the whole list. */
  | { kind: "list"; as: "ordered" | "bullet" }
  /** A step after it and all that hangs on it. */
  | { kind: "add"; text: string }
  /** Takes it away with all that hangs on it. */
  | { kind: "delete" };

/** What can be done with a step. */
export interface EditableStep {
  /** Its text as Markdown on one line; null when it has none of its own. */
  text: string | null;
  ordered: boolean;
  box: boolean;
  canMoveUp: boolean;
  canMoveDown: boolean;
  /** How many lines it has, with all that hangs on it. */
  lines: number;
}

/** What can be done with a step; null: it is no item of a list, and is changed in the Markdown. */
export function editableStep(outline: Outline, key: string): EditableStep | null {
  const step = outline.steps.get(key);
  if (!step) return null;
  const list = listOf(outline, step.item);
  return {
    text: textOf(outline, step),
    ordered: isOrdered(step.item),
    box: step.item.box !== "",
    canMoveUp: list[0] !== step.item,
    canMoveDown: list.at(-1) !== step.item,
    lines: step.item.end - step.item.start + 1,
  };
}

/**
 * Makes a change. All lines but those of the step's own list stay byte for byte; numbers that were in order stay so.
 * @returns the document, and the line (from 1) of the step that was meant; null when it cannot be changed so
 */
export function editStep(
  outline: Outline,
  key: string,
  edit: StepEdit,
): { source: string; line: number } | null {
  const step = outline.steps.get(key);
  if (!step) return null;
  const list = listOf(outline, step.item);
  const changed = changedList(step, { ...readList(outline.lines, list), at: list.indexOf(step.item) }, edit);
  return changed && written(outline, list, changed);
}

/** An item with its lines as they are to be; `item` is null for a new one, whose line is all there is. */
interface Block {
  item: Item;
  lines: SourceLine[];
}

/** A list taken apart: its items, the blank lines between them, and which of them is meant. */
interface Changing {
  blocks: Block[];
  gaps: SourceLine[][];
  at: number;
  /** Markers of a kind for all; absent: those that are there, in order. */
  as?: "ordered" | "bullet";
}

function readList(lines: readonly SourceLine[], list: readonly Item[]): Omit<Changing, "at"> {
  return {
    blocks: list.map((item) => ({ item, lines: lines.slice(item.start, item.end + 1) })),
    gaps: list.slice(1).map((item, index) => lines.slice((list[index]?.end ?? 0) + 1, item.start)),
  };
}

function changedList(step: StepItem, list: Changing, edit: StepEdit): Changing | null {
  const { blocks, gaps, at } = list;
  const block = blocks[at];
  if (!block) return null;
  switch (edit.kind) {
    case "move": {
      const to = at + edit.by;
      return blocks[to] ? { blocks: blocks.toSpliced(at, 1).toSpliced(to, 0, block), gaps, at: to } : null;
    }
    case "retype": {
      const text = asItemText(edit.text);
      if (text === null || step.textEnd === null) return null;
      return { ...list, blocks: blocks.with(at, retyped(block, text, step.textEnd - step.item.start)) };
    }
    case "box":
      return { ...list, blocks: blocks.with(at, boxed(block, edit.on)) };
    case "list":
      return { ...list, as: edit.as };
    case "add": {
      const text = asItemText(edit.text);
      if (text === null) return null;
      const gap = [...(gaps[at] ?? gaps[at - 1] ?? [])];
      return {
        blocks: blocks.toSpliced(at + 1, 0, newBelow(block, text)),
        gaps: gaps.toSpliced(at, 0, gap),
        at: at + 1,
      };
    }
    case "delete":
      return {
        blocks: blocks.toSpliced(at, 1),
        gaps: gaps.toSpliced(Math.min(at, gaps.length - 1), 1),
        at: Math.max(0, at - 1),
      };
  }
}

function retyped({ item, lines }: Block, rest: string, textLines: number): Block {
  const last = lines[textLines];
  return headed({
    item: { ...item, rest },
    lines: [{ text: "", end: last?.end ?? "" }, ...lines.slice(textLines + 1)],
  });
}

function boxed({ item, lines }: Block, on: boolean): Block {
  return headed({ item: { ...item, box: on ? item.box || "[ ] " : "" }, lines });
}

function newBelow({ item }: Block, rest: string): Block {
  return headed({ item: { ...item, box: item.box && "[ ] ", rest }, lines: [{ text: "", end: "" }] });
}

/** Writes the item's first line anew. */
function headed({ item, lines }: Block): Block {
  const { indent, marker, spaces, box, rest } = item;
  const [first, ...below] = lines;
  return { item, lines: [{ text: indent + marker + spaces + box + rest, end: first?.end ?? "" }, ...below] };
}

/** The document with the changed list in place of the one that was there. */
function written({ lines }: Outline, list: readonly Item[], { blocks, gaps, at, as }: Changing) {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return null;
  const markers = markersOf(list, blocks.length, as);
  const by: SourceLine[] = [];
  let line = first.start + 1;
  for (const [index, { item, lines: block }] of blocks.entries()) {
    if (index > 0) by.push(...(gaps[index - 1] ?? []));
    if (index === at) line = first.start + 1 + by.length;
    by.push(...withMarker(block, item, markers[index] ?? item.marker));
  }
  const range = { from: first.start, to: last.end + 1 };
  return {
    source: joinLines(replaceLines(lines, blocks.length > 0 ? range : withGap(lines, range), by)),
    line,
  };
}

/** Numbers go on where they went on, or stay alike; bullets are the list's own. */
function markersOf(list: readonly Item[], count: number, as: Changing["as"]): string[] {
  const [first, second] = list;
  if (as === "bullet") return Array.from({ length: count }, () => "-");
  if (as === "ordered") return Array.from({ length: count }, (_, index) => `${index + 1}.`);
  if (!first || !isOrdered(first)) return list.map(({ marker }) => marker);
  const numbers = list.map(({ marker }) => Number.parseInt(marker, 10));
  const delimiter = first.marker.slice(-1);
  const [start = 1] = numbers;
  const alike = second !== undefined && numbers.every((number) => number === start);
  const rising = numbers.every((number, index) => number === start + index);
  if (!alike && !rising) while (numbers.length < count) numbers.push((numbers.at(-1) ?? 0) + 1);
  return Array.from({ length: count }, (_, index) => {
    const number = alike ? start : rising ? start + index : (numbers[index] ?? start);
    return `${number}${delimiter}`;
  });
}

/** With the blank lines below, where there are some above: else two gaps would meet. */
function withGap(lines: readonly SourceLine[], { from, to }: { from: number; to: number }) {
  const above = lines[from - 1];
  if (!above || !isBlank(above)) return { from, to };
  let end = to;
  while (lines[end] && isBlank(lines[end] as SourceLine)) end++;
  return { from, to: end };
}

function textOf({ lines }: Outline, { item, textEnd }: StepItem): string | null {
  if (textEnd === null) return null;
  const more = lines.slice(item.start + 1, textEnd + 1).map(({ text }) => text.trim());
  return [item.rest.trim(), ...more].join(" ");
}
