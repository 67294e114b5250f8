import { describe, expect, it } from "vitest";
import { standardPolicy } from "./cadence.rules";
import { clockView } from "./clock.rules";
import { applySlotEvent, notDeclared } from "./slots.rules";

const t0 = Date.UTC(2026, 2, 1);
const min = (minutes: number) => t0 + minutes * 60_000;
const declared = applySlotEvent(standardPolicy, notDeclared, { kind: "declared", at: t0, severity: 1 }).state;
const snoozed = applySlotEvent(standardPolicy, declared, { kind: "snoozed", at: t0, until: min(40) }).state;

describe("the clock of a SEV1 declared at 0:00", () => {
  it.each([
    ["at the start", t0, "calm", min(12)],
    ["3:00 and a millisecond before it is due", min(12) - 1, "calm", min(12)],
    ["3:00 before", min(12), "soon", min(15)],
    ["a millisecond before", min(15) - 1, "soon", min(15)],
    ["when it is due", min(15), "overdue", min(30)],
    ["a millisecond before it is missed", min(30) - 1, "overdue", min(30)],
    ["once it is missed, with the next one due", min(30), "overdue", min(45)],
  ])("%s", (_, now, state, nextTransitionAt) => {
    expect(clockView(standardPolicy, declared, now)).toMatchObject({ state, nextTransitionAt });
  });

  it("names the warning, the due time and the miss of the open slot", () => {
    expect(clockView(standardPolicy, declared, min(14))).toMatchObject({
      soonAt: min(12),
      dueAt: min(15),
      missedAt: min(30),
      open: { ordinal: 1, update: 1 },
    });
  });

  it.each([31, 46])("after misses, at %i min, it is overdue since the first due time", (minutes) => {
    expect(clockView(standardPolicy, declared, min(minutes))).toMatchObject({
      state: "overdue",
      dueAt: min(15),
    });
  });

  it("misses the next slot one interval after that one was due", () => {
    expect(clockView(standardPolicy, declared, min(31))).toMatchObject({
      missedAt: min(45),
      open: { ordinal: 2, update: 1 },
    });
  });
});

describe("snoozed to 0:40", () => {
  it.each([
    [t0, "snoozed", min(37)],
    [min(37) - 1, "snoozed", min(37)],
    [min(37), "soon", min(40)],
    [min(40), "overdue", min(55)],
  ])("at %i it is %s", (now, state, nextTransitionAt) => {
    expect(clockView(standardPolicy, snoozed, now)).toMatchObject({ state, nextTransitionAt });
  });
});

it("a cadence no longer than the warning is soon from its start", () => {
  const post = { kind: "posted", at: min(1), number: 1, nextIntervalMinutes: 2 } as const;
  const { state } = applySlotEvent(standardPolicy, declared, post);
  expect(clockView(standardPolicy, state, min(1))).toMatchObject({ state: "soon", nextTransitionAt: min(3) });
});
