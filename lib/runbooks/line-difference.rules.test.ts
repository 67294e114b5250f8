import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineDifference } from "./line-difference.rules";

const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join("");
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`);

/** A difference as one would write it: the sign, then the line. */
function written(before: string, after: string): string[][] {
  const signs = { same: " ", removed: "-", added: "+" };
  return lineDifference(before, after).hunks.map(({ lines }) =>
    lines.map(({ kind, text }) => `${signs[kind]}${text}`),
  );
}

describe("lines", () => {
  test("that changed are told with three that stayed on each side", () => {
    const before = text(...numbered(1, 9));
    expect(written(before, before.replace("line 5", "another"))).toEqual([
      [" line 2", " line 3", " line 4", "-line 5", "+another", " line 6", " line 7", " line 8"],
    ]);
  });

  test("that changed far from each other are told apart, near ones together", () => {
    const before = text(...numbered(1, 30));
    const far = before.replace("line 5\n", "five\n").replace("line 25\n", "twenty-five\n");
    expect(written(before, far)).toHaveLength(2);
    const near = before.replace("line 5\n", "five\n").replace("line 11\n", "eleven\n");
    expect(written(before, near)).toHaveLength(1);
  });

  test("carry their number in each text that has them", () => {
    const [hunk] = lineDifference(text("a", "b", "c"), text("a", "x", "y", "c")).hunks;
    expect(hunk?.lines.map(({ before, after }) => [before, after])).toEqual([
      [1, 1],
      [2, null],
      [null, 2],
      [null, 3],
      [3, 4],
    ]);
  });

  test("that only end otherwise are said to, and no line is told", () => {
    expect(lineDifference("a\nb\n", "a\r\nb\r\n")).toEqual({ hunks: [], cut: false, onlyLineEnds: true });
    expect(lineDifference("a\nb\n", "a\nb")).toMatchObject({ onlyLineEnds: true });
    expect(lineDifference("a\n", "a\n")).toEqual({ hunks: [], cut: false, onlyLineEnds: false });
  });

  test("of two long texts with nothing in common are told up to a limit", () => {
    const [a, b] = [1, 2].map((n) => text(...numbered(1, 60_000).map((line) => `${n} ${line}`)));
    const { hunks, cut } = lineDifference(a ?? "", b ?? "");
    expect(hunks.flatMap(({ lines }) => lines)).toHaveLength(4_000);
    expect(cut).toBe(true);
  });
});

test("the lines that stayed or were added are the newer text, those that stayed or were removed the older", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 6 });
  fc.assert(
    fc.property(lines, lines, (older, newer) => {
      const [before, after] = [text(...older), text(...newer)];
      const { hunks } = lineDifference(before, after);
      if (hunks.length === 0) expect(older).toEqual(newer);
      // So short that one hunk holds all of it, or what is left out is the same in both.
      const told = hunks.flatMap(({ lines }) => lines);
      const left = older.length - told.filter(({ kind }) => kind !== "added").length;
      expect(newer.length - told.filter(({ kind }) => kind !== "removed").length).toBe(left);
      for (const { kind, text, before: was, after: is } of told) {
        if (kind !== "added") expect(older[(was ?? 0) - 1]).toBe(text);
        if (kind !== "removed") expect(newer[(is ?? 0) - 1]).toBe(text);
      }
    }),
  );
});
