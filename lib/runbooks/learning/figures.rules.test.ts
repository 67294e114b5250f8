import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresOf, median, percentile, type VersionKeys } from "./figures.rules";

describe("the middle of some times", () => {
  test.each([
    [[], null],
    [[5], 5],
    [[9, 1], 5],
    [[30, 10, 20], 20],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %j", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test("has as many below it as above", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const middle = median(values)!;
        const [below, above] = [values.filter((v) => v < middle), values.filter((v) => v > middle)];
        expect(Math.max(below.length, above.length) * 2).toBeLessThanOrEqual(values.length);
      }),
    );
  });
});

describe("the 90th percentile", () => {
  test.each([
    [[], null],
    [[7], 7],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 11], 10],
  ])("of %j is %j", (values, expected) => {
    expect(percentile(values, 0.9)).toBe(expected);
  });

  test("is one of the values, and at least nine tenths are no larger", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const value = percentile(values, 0.9)!;
        expect(values).toContain(value);
        expect(values.filter((v) => v <= value).length).toBeGreaterThanOrEqual(values.length * 0.9);
      }),
    );
  });
});

describe("what is said of a step", () => {
  const version = (number: number, ...keys: string[]): VersionKeys => ({ number, keys: new Set(keys) });
  const walks = { done: 2, skipped: 1, failed: 0, durations: [60_000, 120_000] };

  test("is how often it was walked, and how long it took", () => {
    expect(figuresOf("stp", walks, [version(1, "stp")])).toEqual({
      ...{ key: "stp", walked: 3, done: 2, skipped: 1, failed: 0 },
      ...{ medianMs: 90_000, ninetiethMs: 120_000, since: null },
    });
  });

  test("is no time where it was walked fewer than three times", () => {
    const few = { ...walks, skipped: 0 };
    expect(figuresOf("stp", few, [])).toMatchObject({ walked: 2, medianMs: null, ninetiethMs: null });
  });

  test("is the version since which it is as it is, when an older one lacks it", () => {
    const versions = [version(5, "stp"), version(4, "stp"), version(3, "other"), version(2, "stp")];
    expect(figuresOf("stp", walks, versions).since).toBe(4);
    expect(figuresOf("stp", walks, versions.slice(0, 2)).since).toBeNull();
    expect(figuresOf("gone", walks, versions).since).toBeNull();
  });
});
