/** One cell of the rail. */
export interface RailCell {
  /** Before due: spent, the present one, or left. After it: late already, or still ahead. */
  kind: "spent" | "now" | "left" | "late" | "ahead";
  /** The warning before due; afterwards, where somebody is told. */
  tall: boolean;
  /** How much of the cell has passed, 0 to 1. */
  fill: number;
}

export interface RailInput {
  /** When the slot opened, when it is due, and the present: milliseconds since 1970. */
  openedAt: number;
  dueAt: number;
  now: number;
  /** The cadence; it sizes the cells when the slot has no length of its own. */
  intervalMinutes: number;
  /** When somebody is told, after due: milliseconds since 1970. */
  marks: readonly number[];
}

export interface Rail {
  /** What the cadence is divided into: 15 cells, a minute each when it is 15 minutes. */
  before: RailCell[];
  /** What happens when nobody posts: 10 minutes, a cell each, whatever the cadence. */
  after: RailCell[];
}

export const CELLS_BEFORE = 15;
export const CELLS_AFTER = 10;
export const WARNING_MS = 3 * 60_000;
const MINUTE = 60_000;

/** The cells of a slot at a moment. */
export function railCells({ openedAt, dueAt, now, intervalMinutes, marks }: RailInput): Rail {
  const span = dueAt > openedAt ? dueAt - openedAt : intervalMinutes * MINUTE;
  const length = span / CELLS_BEFORE;
  const before = Array.from({ length: CELLS_BEFORE }, (_, index) => {
    const start = dueAt - span + index * length;
    const fill = share(now, start, length);
    const kind = fill >= 1 ? "spent" : fill > 0 ? "now" : "left";
    return { kind, tall: start + length > dueAt - WARNING_MS, fill } as const;
  });
  const tall = new Set(marks.filter((at) => at >= dueAt).map((at) => cellAfter(at, dueAt)));
  const after = Array.from({ length: CELLS_AFTER }, (_, index) => {
    const fill = share(now, dueAt + index * MINUTE, MINUTE);
    return { kind: fill > 0 ? "late" : "ahead", tall: tall.has(index), fill } as const;
  });
  return { before, after };
}

/**
 * The column of a moment on the rail, for its label: 0 to 14 before due, 15 is the due line, 16 to 25 after it.
 */
export function railColumn(
  at: number,
  { openedAt, dueAt, intervalMinutes }: Omit<RailInput, "now" | "marks">,
): number {
  if (at === dueAt) return CELLS_BEFORE;
  if (at > dueAt) return CELLS_BEFORE + 1 + cellAfter(at, dueAt);
  const span = dueAt > openedAt ? dueAt - openedAt : intervalMinutes * MINUTE;
  const cell = Math.floor((CELLS_BEFORE * (at - (dueAt - span))) / span);
  return Math.min(Math.max(cell, 0), CELLS_BEFORE - 1);
}

// A mark that falls beyond the last cell is drawn in it: its label says the time.
function cellAfter(at: number, dueAt: number): number {
  return Math.min(Math.max(Math.floor((at - dueAt) / MINUTE), 0), CELLS_AFTER - 1);
}

function share(now: number, start: number, length: number): number {
  return Math.min(Math.max((now - start) / length, 0), 1);
}
