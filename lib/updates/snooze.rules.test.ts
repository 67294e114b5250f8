import { describe, expect, it } from "vitest";
import { standardPolicy } from "./cadence.rules";
import { applySlotEvent, canSnooze, notDeclared, type SlotEvent } from "./slots.rules";
import { decideSnooze } from "./snooze.rules";

const t0 = Date.UTC(2026, 5, 1);
const min = (minutes: number) => t0 + minutes * 60_000;
const after = (...events: SlotEvent[]) =>
  events.reduce((state, event) => applySlotEvent(standardPolicy, state, event).state, notDeclared);
const running = after({ kind: "declared", at: t0, severity: 1 });
const ask = { at: min(5), until: min(40), reason: "The vendor answers at half past" };

describe("snoozing", () => {
  it("moves the due time, and says from where to where", () => {
    expect(decideSnooze(running, ask)).toEqual({ ok: true, from: min(15), to: min(40) });
    expect(canSnooze(running, ask.at)).toBe(true);
  });

  it("is refused the second time for the same update", () => {
    const once = after(
      { kind: "declared", at: t0, severity: 1 },
      { kind: "snoozed", at: min(1), until: min(30) },
    );
    expect(decideSnooze(once, ask)).toMatchObject({ ok: false, code: "conflict" });
    expect(canSnooze(once, ask.at)).toBe(false);
  });

  it.each([
    ["a millisecond before it is due", min(15) - 1, true],
    ["when it is due", min(15), false],
    ["after a miss", min(31), false],
  ])("%s: %s", (_, at, ok) => {
    expect(decideSnooze(running, { ...ask, at }).ok).toBe(ok);
    expect(canSnooze(running, at)).toBe(ok);
  });

  it.each([
    ["without a reason", { reason: "  " }],
    ["to an earlier time", { until: min(14) }],
    ["to the time it is due anyway", { until: min(15) }],
    ["to more than a day from now", { until: ask.at + 86_400_001 }],
  ])("is refused %s", (_, change) => {
    expect(decideSnooze(running, { ...ask, ...change })).toMatchObject({ ok: false, code: "invalid" });
  });

  it("is refused when the clock is stopped", () => {
    const stopped = after({ kind: "declared", at: t0, severity: 1 }, { kind: "resolved", at: min(2) });
    expect(decideSnooze(stopped, ask)).toMatchObject({ ok: false, code: "conflict" });
    expect(canSnooze(stopped, ask.at)).toBe(false);
  });
});
