import { expect, it } from "vitest";
import { advance } from "@/lib/updates/advance.rules";
import { standardPolicy } from "@/lib/updates/cadence.rules";
import { applySlotEvent, notDeclared, type SlotEvent } from "@/lib/updates/slots.rules";
import { clockSlotOf } from "./clock-slot";

const t0 = Date.UTC(2026, 2, 1, 8);
const min = (minutes: number) => t0 + minutes * 60_000;
const posted: SlotEvent[] = [
  { kind: "declared", at: t0, severity: 2 },
  { kind: "posted", at: min(11), number: 1 },
];
const after = (...events: SlotEvent[]) =>
  [...posted, ...events].reduce(
    (state, event) => applySlotEvent(standardPolicy, state, event).state,
    notDeclared,
  );

it.each([26, 41, 48, 71, 600])(
  "at %i min it counts from the first due time and the true last post",
  (now) => {
    const { state } = advance(after(), min(now));
    expect(clockSlotOf(state)).toMatchObject({ number: 2, openedAt: min(11), dueAt: min(26) });
  },
);

it("a snooze moves the first due time, and misses after it count from there", () => {
  const snoozed = after({ kind: "snoozed", at: min(20), until: min(50) });
  expect(clockSlotOf(advance(snoozed, min(70)).state)).toMatchObject({ openedAt: min(11), dueAt: min(50) });
});

it("a post after misses begins anew", () => {
  const again = after({ kind: "posted", at: min(48), number: 2 });
  expect(clockSlotOf(again)).toMatchObject({ number: 3, openedAt: min(48), dueAt: min(63) });
});

it("a severity with which it is due later ends what was owed; one with which it is due now does not", () => {
  const missed = min(45);
  const calmer = after({ kind: "severity_changed", at: missed, severity: 4 });
  expect(clockSlotOf(calmer)).toMatchObject({ openedAt: min(11), dueAt: min(71) });
  const still = after({ kind: "severity_changed", at: missed, severity: 3 });
  expect(clockSlotOf(still)).toMatchObject({ openedAt: min(11), dueAt: min(26) });
});

it("has no slot once the clock has stopped", () => {
  expect(clockSlotOf(after({ kind: "resolved", at: min(50) }))).toBeNull();
});
