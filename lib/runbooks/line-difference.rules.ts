import { diffArrays } from "diff";

/** A line of two texts: in both, or only in one. Numbers count from 1 in the text that has it. */
export interface ComparedLine {
  kind: "same" | "removed" | "added";
  text: string;
  before: number | null;
  after: number | null;
}

/** Lines that changed, with some that stayed around them. */
export interface Hunk {
  lines: ComparedLine[];
}

export interface LineDifference {
  hunks: Hunk[];
  /** Whether there are more than are told. */
  cut: boolean;
  /** Only how lines end is another, or whether the last one does. */
  onlyLineEnds: boolean;
}

const AROUND = 3;
/** Past so many changed lines, texts are compared as wholes: the effort grows with the square. */
const EDITS = 3_000;
const TOLD = 4_000;

/** What changed from one text to another, by lines. How lines end does not count. */
export function lineDifference(before: string, after: string): LineDifference {
  const [older, newer] = [before.split(LINE_END), after.split(LINE_END)];
  const lines = compare(withoutLast(older), withoutLast(newer));
  const hunks = hunksOf(lines);
  const told = upTo(hunks, TOLD);
  return {
    hunks: told,
    cut: told.reduce(count, 0) < hunks.reduce(count, 0),
    onlyLineEnds: hunks.length === 0 && before !== after,
  };
}

const LINE_END = /\r\n|\n|\r/;

function withoutLast(lines: string[]): string[] {
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function compare(older: readonly string[], newer: readonly string[]): ComparedLine[] {
  const changes = diffArrays([...older], [...newer], { maxEditLength: EDITS }) ?? [
    { removed: true, added: false, value: [...older] },
    { removed: false, added: true, value: [...newer] },
  ];
  let [before, after] = [0, 0];
  return changes.flatMap(({ removed, added, value }) =>
    value.map((text): ComparedLine => {
      if (removed) return { kind: "removed", text, before: ++before, after: null };
      if (added) return { kind: "added", text, before: null, after: ++after };
      return { kind: "same", text, before: ++before, after: ++after };
    }),
  );
}

/** Runs of lines of which none is more than a few lines away from a change. */
function hunksOf(lines: readonly ComparedLine[]): Hunk[] {
  const near = new Set<number>();
  for (const [index, { kind }] of lines.entries())
    if (kind !== "same") for (let at = index - AROUND; at <= index + AROUND; at++) near.add(at);
  const hunks: Hunk[] = [];
  for (const [index, line] of lines.entries()) {
    if (!near.has(index)) continue;
    if (near.has(index - 1) && index > 0) hunks.at(-1)?.lines.push(line);
    else hunks.push({ lines: [line] });
  }
  return hunks;
}

function upTo(hunks: readonly Hunk[], most: number): Hunk[] {
  const told: Hunk[] = [];
  let room = most;
  for (const { lines } of hunks) {
    if (room <= 0) break;
    told.push({ lines: lines.slice(0, room) });
    room -= lines.length;
  }
  return told;
}

function count(sum: number, { lines }: Hunk): number {
  return sum + lines.length;
}
