import { expect, test } from "vitest";
import { cut } from "./cut.rules";

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}`).join("\n");

test("a short text is shown whole", () => {
  expect(cut("Queue depth 1,284", "note")).toEqual({ beginning: "Queue depth 1,284", rest: null });
  expect(cut(`${lines(6)}\n`, "log").rest).toBeNull();
});

test("a log shows its first six lines, and says how many there are", () => {
  expect(cut(lines(120), "log")).toEqual({ beginning: lines(6), rest: "all 120 lines" });
});

test("a note may have twelve lines", () => {
  expect(cut(lines(12), "note").rest).toBeNull();
  expect(cut(lines(13), "note")).toMatchObject({ rest: "all 13 lines" });
});

test("one endless line is cut too", () => {
  const { beginning, rest } = cut("x".repeat(5_000), "log");
  expect(beginning).toHaveLength(801);
  expect(rest).toBe("the rest");
});
