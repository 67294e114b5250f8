import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CELLS_AFTER, CELLS_BEFORE, railCells, railColumn } from "./rail.rules";

const MIN = 60_000;
const opened = Date.UTC(2025, 10, 14, 2, 57);

function aSlot(minutes: number, nowMinutes: number, marks = [-3, 5, 10]) {
  const dueAt = opened + minutes * MIN;
  return {
    openedAt: opened,
    dueAt,
    intervalMinutes: minutes,
    now: opened + nowMinutes * MIN,
    marks: marks.map((after) => dueAt + after * MIN),
  };
}

const kinds = (cells: { kind: string }[]) => cells.map((cell) => cell.kind[0]).join("");
const tall = (cells: { tall: boolean }[]) => cells.map((cell) => (cell.tall ? "T" : ".")).join("");

describe("the rail of a 15-minute slot", () => {
  it("spends a cell a minute and fills the present one in part", () => {
    const { before } = railCells(aSlot(15, 3.5));
    expect(kinds(before)).toBe("sssnlllllllllll");
    expect(before[3]?.fill).toBeCloseTo(0.5);
  });

  it("has nothing spent when it opens and everything when due", () => {
    expect(kinds(railCells(aSlot(15, 0)).before)).toBe("l".repeat(15));
    expect(kinds(railCells(aSlot(15, 15)).before)).toBe("s".repeat(15));
    expect(kinds(railCells(aSlot(15, 15)).after)).toBe("a".repeat(10));
  });

  it("makes the last three minutes and the marks after due taller", () => {
    const { before, after } = railCells(aSlot(15, 1));
    expect(tall(before)).toBe("............TTT");
    expect(tall(after)).toBe(".....T...T");
  });

  it("hatches every late minute that has begun", () => {
    expect(kinds(railCells(aSlot(15, 16.2)).after)).toBe("llaaaaaaaa");
    expect(kinds(railCells(aSlot(15, 25)).after)).toBe("l".repeat(10));
    expect(kinds(railCells(aSlot(15, 95)).after)).toBe("l".repeat(10));
  });
});

describe("the rail of another cadence", () => {
  it("keeps 15 cells, each a fifteenth of it, and warns at three minutes", () => {
    expect(kinds(railCells(aSlot(60, 8.5)).before)).toBe("ssnllllllllllll");
    expect(tall(railCells(aSlot(60, 0)).before)).toBe("..............T");
    expect(tall(railCells(aSlot(30, 0)).before)).toBe(".............TT");
    expect(tall(railCells(aSlot(10, 0)).before)).toBe("..........TTTTT");
  });

  it("keeps ten one-minute cells after due", () => {
    expect(tall(railCells(aSlot(60, 0)).after)).toBe(".....T...T");
  });

  it("falls back to the cadence when a slot is due at once", () => {
    const at = { ...aSlot(15, 0), dueAt: opened, marks: [] };
    expect(kinds(railCells(at).before)).toBe("s".repeat(15));
  });
});

describe("the column of a label", () => {
  it("stands where its moment does", () => {
    const slot = aSlot(15, 0);
    const at = (minutes: number) => railColumn(opened + minutes * MIN, slot);
    expect([0, 12, 15, 20, 25, 40].map(at)).toEqual([0, 12, 15, 21, 25, 25]);
  });
});

describe("any slot at any time", () => {
  it("spends cells from the left, at most one in part, and never both sides in part", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), fc.integer({ min: -10, max: 600 }), (minutes, now) => {
        const { before, after } = railCells(aSlot(minutes, now));
        expect(before).toHaveLength(CELLS_BEFORE);
        expect(after).toHaveLength(CELLS_AFTER);
        expect(kinds(before)).toMatch(/^s*n?l*$/);
        expect(kinds(after)).toMatch(/^l*a*$/);
        if (kinds(after).startsWith("l")) expect(kinds(before)).toBe("s".repeat(15));
      }),
    );
  });
});
