import { describe, expect, it } from "vitest";
import type { Reason } from "@/lib/incidents/attention.rules";
import { reasonWords } from "./reason-words.rules";

const now = Date.UTC(2026, 2, 1, 3, 10);
const known = { now, timeZone: "UTC", name: (id: string) => `${id.charAt(0).toUpperCase()}${id.slice(1)}` };
const row = { gate: { met: 2, total: 4 }, steps: { over: 7, total: 12 }, said: "Queue is falling" };
const words = (reason: Reason | null, change: object = {}) => {
  const { loud, quiet } = reasonWords({ ...row, ...change }, { reason }, known);
  return [loud, quiet].filter(Boolean).join(" | ");
};
const minutesAgo = (minutes: number) => now - minutes * 60_000;

describe("the second line of a row", () => {
  it.each<[Reason, string]>([
    [
      { kind: "overdue", update: 3, dueAt: minutesAgo(8) },
      "Update 3 overdue | since 03:02, exit 2 of 4, 7 of 12 steps",
    ],
    [{ kind: "nobody", since: minutesAgo(31) }, "Nobody has command | for 31 min"],
    [
      { kind: "not_acknowledged", personId: "jonah", since: minutesAgo(2) },
      "Not acknowledged | Jonah asked, for 2 min",
    ],
    [
      { kind: "offered", toId: "jonah", at: minutesAgo(1), unanswered: false },
      "Command offered | to Jonah, for 1 min",
    ],
    [
      { kind: "offered", toId: "jonah", at: minutesAgo(4), unanswered: true },
      "Hand-over unanswered | to Jonah, for 4 min",
    ],
    [{ kind: "due_soon", update: 4, dueAt: now }, "Update 4 due soon | exit 2 of 4, 7 of 12 steps"],
    [{ kind: "snoozed", until: minutesAgo(-60) }, "Snoozed until 04:10, Queue is falling"],
    [{ kind: "snoozed", until: minutesAgo(-1440) }, "Snoozed until Mon 2 Mar, 03:10, Queue is falling"],
    [{ kind: "summary", state: "returned", lateMs: 86_400_000 }, "Summary returned, 1 day late"],
    [{ kind: "summary", state: "draft", lateMs: 0 }, "Summary is a draft"],
  ])("%o", (reason, expected) => {
    expect(words(reason)).toBe(expected);
  });

  it("says what the last update said, or how far it is, when nothing is wrong", () => {
    expect(words(null)).toBe("Queue is falling");
    expect(words(null, { said: null })).toBe("exit 2 of 4, 7 of 12 steps");
    expect(words(null, { said: null, gate: { met: 0, total: 0 }, steps: { over: 0, total: 0 } })).toBe("");
  });
});
