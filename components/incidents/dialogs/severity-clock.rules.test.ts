import { describe, expect, it } from "vitest";
import { standardPolicy } from "@/lib/updates/cadence.rules";
import { applySlotEvent, notDeclared, type SlotEvent } from "@/lib/updates/slots.rules";
import { severityClockWords } from "./severity-clock.rules";

const MINUTE = 60_000;
const start = Date.parse("2026-03-01T03:00:00Z");
const at = (minute: number) => start + minute * MINUTE;

function clock(...events: SlotEvent[]) {
  const declared = { kind: "declared", at: start, severity: 1 } as const;
  return [declared, ...events].reduce(
    (state, event) => applySlotEvent(standardPolicy, state, event).state,
    notDeclared,
  );
}
const seen = (minute: number) => ({ now: at(minute), timeZone: "UTC" });

describe("what another severity does to the clock", () => {
  it("says when the update is due as long as none was chosen", () => {
    expect(severityClockWords(clock(), 1, seen(2))).toBe("Update 1 is due at 03:15.");
  });

  it("says the new time by the rule of the severity", () => {
    expect(severityClockWords(clock(), 3, seen(2))).toBe(
      "Update 1 will be due at 03:30: 30 min is the rule for SEV3.",
    );
  });

  it("says that nothing changes where the interval is the same, or a runbook's holds", () => {
    expect(severityClockWords(clock(), 2, seen(2))).toBe(
      "Update 1 stays due at 03:15: 15 min is the rule for SEV2.",
    );
    const walked = clock({ kind: "runbook_cadence_added", at: start, minutes: 10 });
    expect(severityClockWords(walked, 3, seen(2))).toBe(
      "Update 1 stays due at 03:10: a runbook in use asks for one every 10 min.",
    );
  });

  it("names what the author chose", () => {
    const posted = clock({ kind: "posted", at: at(5), number: 1, nextIntervalMinutes: 5 });
    expect(severityClockWords(posted, 4, seen(6))).toBe(
      "Update 2 stays due at 03:10: its author chose 5 min.",
    );
  });

  it("keeps a snooze that reaches farther", () => {
    const snoozed = clock({ kind: "snoozed", at: at(1), until: at(70) });
    expect(severityClockWords(snoozed, 3, seen(2))).toBe(
      "Update 1 stays due at 04:10: it was snoozed until then.",
    );
  });

  it("is due at once where the quicker interval is over already", () => {
    const slow = clock({ kind: "severity_changed", at: start, severity: 4 });
    expect(severityClockWords(slow, 1, seen(20))).toBe(
      "Update 1 will be due at once: 15 min is the rule for SEV1.",
    );
  });

  it("does not speak of an update that is overdue as of one to come", () => {
    expect(severityClockWords(clock(), 1, seen(20))).toBe("Update 1 was due at 03:15.");
    expect(severityClockWords(clock(), 2, seen(20))).toBe(
      "Update 1 stays overdue since 03:15: 15 min is the rule for SEV2.",
    );
  });

  it("says that a stopped clock stays so", () => {
    const over = clock({ kind: "resolved", at: at(3) });
    expect(severityClockWords(over, 2, seen(4))).toBe("The update clock is stopped: no update is due.");
  });
});
