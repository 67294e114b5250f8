import { describe, expect, it, test } from "vitest";
import {
  formatAgo,
  formatBefore,
  formatCountdown,
  formatDuration,
  formatElapsed,
  formatLength,
  formatMinutes,
} from "./durations";

const S = 1_000;
const MIN = 60 * S;
const H = 60 * MIN;

describe("a countdown", () => {
  it("shows minutes and seconds that are left", () => {
    expect(formatCountdown(2 * MIN + 41 * S)).toBe("02:41");
    expect(formatCountdown(44 * MIN + 20 * S)).toBe("44:20");
  });

  it("rounds up, so that 00:00 means due", () => {
    expect(formatCountdown(1)).toBe("00:01");
    expect(formatCountdown(2 * MIN + 40 * S + 1)).toBe("02:41");
    expect(formatCountdown(0)).toBe("00:00");
  });

  it("counts whole seconds of lateness with a plus", () => {
    expect(formatCountdown(-999)).toBe("00:00");
    expect(formatCountdown(-S)).toBe("+00:01");
    expect(formatCountdown(-(72 * S + 900))).toBe("+01:12");
  });

  it("adds hours from an hour up, early and late", () => {
    expect(formatCountdown(H)).toBe("1:00:00");
    expect(formatCountdown(H - 1)).toBe("1:00:00");
    expect(formatCountdown(H - S)).toBe("59:59");
    expect(formatCountdown(-(H + 62 * S))).toBe("+1:01:02");
  });
});

describe("a length for the record", () => {
  it.each([
    [400, "0 s"],
    [40 * S + 600, "41 s"],
    [MIN + 53 * S, "1 min 53 s"],
    [3 * MIN, "3 min"],
    [9 * MIN + 59 * S, "9 min 59 s"],
    [10 * MIN + 29 * S, "10 min"],
    [26 * MIN + 59 * S, "27 min"],
    [H + 22 * MIN + 31 * S, "1 h 23 min"],
    [-(MIN + 53 * S), "1 min 53 s"],
  ])("of %d ms is %s", (ms, words) => {
    expect(formatLength(ms)).toBe(words);
  });
});

describe("a length where there is little room", () => {
  it.each([
    [40 * S, "40 s"],
    [59.6 * S, "1 min"],
    [7 * MIN + 16 * S, "7 min"],
    [9 * MIN + 40 * S, "10 min"],
    [H + 22 * MIN + 31 * S, "1 h 23 min"],
  ])("of %d ms is %s", (ms, words) => {
    expect(formatMinutes(ms)).toBe(words);
  });
});

describe("a duration", () => {
  it.each([
    [0, "0 s"],
    [40 * S, "40 s"],
    [MIN, "1 min"],
    [26 * MIN + 59 * S, "26 min"],
    [H, "1 h"],
    [H + 22 * MIN, "1 h 22 min"],
    [2 * H + 5 * MIN, "2 h 5 min"],
    [24 * H, "1 d"],
    [51 * H, "2 d 3 h"],
  ])("of %d ms reads %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it("has no sign", () => expect(formatDuration(-5 * MIN)).toBe("5 min"));
});

describe("elapsed time", () => {
  it.each([
    [48 * MIN + 10 * S, "0:48:10"],
    [H + 3 * MIN + 19 * S + 999, "1:03:19"],
    [100 * H + 5 * S, "100:00:05"],
    [-5 * S, "0:00:00"],
  ])("of %d ms reads %s", (ms, text) => {
    expect(formatElapsed(ms)).toBe(text);
  });
});

describe("a moment from now", () => {
  it("is just now within ten seconds, before or after", () => {
    expect(formatAgo(100 * S, 109 * S)).toBe("just now");
    expect(formatAgo(109 * S, 100 * S)).toBe("just now");
  });

  it("says how long ago, or how far off", () => {
    expect(formatAgo(0, 3 * MIN)).toBe("3 min ago");
    expect(formatAgo(82 * MIN, 0)).toBe("in 1 h 22 min");
  });
});

test("how long one moment came before another is said in whole seconds, and never backwards", () => {
  expect(formatBefore(0, 999)).toBe("just before");
  expect(formatBefore(0, 4_200)).toBe("4 s before");
  expect(formatBefore(4_200, 0)).toBe("just before");
});
