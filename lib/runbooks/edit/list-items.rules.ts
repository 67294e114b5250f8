import type { LineRange } from "../parse/types";
import { isBlank, type SourceLine } from "./source-lines.rules";

/** An item of a Markdown list, taken apart. Lines are indices from 0, both ends included. */
export interface Item {
  start: number;
  end: number;
  indent: string;
  /** `-`, `*`, `+`, or a number with `.` or `)`. */
  marker: string;
  spaces: string;
  /** `[ ] ` or `[x] `, or "". */
  box: string;
  /** Its text on the first line. */
  rest: string;
}

/** Four spaces at most: what stands further right is code. */
const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])( {1,4})(\[[ xX]\] +)?(\S.*)$/;

/** Reads the item on these lines; null when they are none that can be changed by lines. @param range from 1 */
export function readItem(lines: readonly SourceLine[], range: LineRange): Item | null {
  const start = range.start - 1;
  const found = ITEM.exec(lines[start]?.text ?? "");
  if (!found) return null;
  const [, indent = "", marker = "", spaces = "", box = "", rest = ""] = found;
  let end = range.end - 1;
  while (end > start && (!lines[end] || isBlank(lines[end] as SourceLine))) end--;
  const item = { start, end, indent, marker, spaces, box, rest };
  return isWhole(lines, item) ? item : null;
}

/** Whether all its lines hang on it: a block without indentation is only read as its own, by the lines around it. */
function isWhole(lines: readonly SourceLine[], item: Item): boolean {
  const inner = columnOf(item.indent + " ".repeat(item.marker.length) + item.spaces);
  for (let index = item.start + 1; index <= item.end; index++) {
    const [line, above] = [lines[index], lines[index - 1]];
    if (!line || !above || isBlank(line) || !isBlank(above)) continue;
    if (columnOf(/^[ \t]*/.exec(line.text)?.[0] ?? "") < inner) return false;
  }
  return true;
}

/** Where text behind this indentation begins; tabs go to the next multiple of four. */
function columnOf(indent: string): number {
  let column = 0;
  for (const each of indent) column += each === "\t" ? 4 - (column % 4) : 1;
  return column;
}

export function isOrdered({ marker }: Pick<Item, "marker">): boolean {
  return /\d/.test(marker);
}

/** Whether two items that follow each other are of one list (CommonMark: the same bullet, or the same delimiter). */
export function areOfOneList(a: Item, b: Item): boolean {
  const kind = ({ marker }: Item) => marker.at(-1);
  return a.indent === b.indent && kind(a) === kind(b);
}

/** A marker in place of an item's own, on its lines. What hangs on it is indented so that it still does. */
export function withMarker(block: readonly SourceLine[], item: Item, marker: string): SourceLine[] {
  const [first, ...below] = block;
  const wider = marker.length - item.marker.length;
  if (!first) return [];
  const head = (spaces: number) => ({
    ...first,
    text: item.indent + marker + " ".repeat(spaces) + item.box + item.rest,
  });
  const spaces = item.spaces.length;
  if (wider === 0 || below.every(isBlank)) return [head(spaces), ...below];
  // The text may stay in its column, as long as a space is left before it.
  if (wider > 0 && spaces > wider) return [head(spaces - wider), ...below];
  if (wider > 0 || below.every((line) => isBlank(line) || hasSpaces(line, item, -wider)))
    return [head(spaces), ...below.map((line) => shifted(line, item, wider))];
  return [head(Math.min(4, spaces - wider)), ...below];
}

function hasSpaces({ text }: SourceLine, { indent }: Item, count: number): boolean {
  return text.startsWith(indent + " ".repeat(count));
}

/** A line without the item's indentation goes on with the text above it, wherever it begins. */
function shifted(line: SourceLine, { indent }: Item, by: number): SourceLine {
  if (isBlank(line) || !line.text.startsWith(indent)) return line;
  const inside = line.text.slice(indent.length);
  return { ...line, text: indent + (by > 0 ? " ".repeat(by) + inside : inside.slice(-by)) };
}
