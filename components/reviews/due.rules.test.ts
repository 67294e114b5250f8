import { describe, expect, it } from "vitest";
import { dueWords } from "./due.rules";

const DAY = 24 * 60 * 60_000;
const due = Date.parse("2026-03-04T03:00:00Z");

describe("how a review's due time stands", () => {
  it.each([
    [due + 1.8 * DAY, "1 day late"],
    [due + 2.9 * DAY, "3 days late"],
    [due + 2 * DAY, "2 days late"],
    [due + 3 * 60 * 60_000, "3 h late"],
    [due + 5 * 60_000, "5 min late"],
    [due, "due in 0 min"],
    [due - 90 * 60_000, "due in 1 h"],
    [due - 1.2 * DAY, "due in 2 days"],
    [due - 2.99 * DAY, "due in 3 days"],
  ])("seen from %d it is %s", (now, words) => {
    expect(dueWords(due, now, "UTC")).toBe(words);
  });

  it("counts the days of the reader's zone", () => {
    const now = due - 2 * DAY;
    expect(dueWords(due + 12 * 60 * 60_000, now, "UTC")).toBe("due in 2 days");
    expect(dueWords(due + 12 * 60 * 60_000, now, "Asia/Tokyo")).toBe("due in 3 days");
  });
});
