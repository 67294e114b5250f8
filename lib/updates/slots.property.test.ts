import fc from "fast-check";
import { expect, it } from "vitest";
import { advance } from "./advance.rules";
import { standardPolicy } from "./cadence.rules";
import type { CadenceState } from "./cadence-state.rules";
import { clockView } from "./clock.rules";
import { applySlotEvent, notDeclared, type SlotEvent, slots } from "./slots.rules";

const gap = fc.oneof(
  fc.integer({ min: 0, max: 3 * 3_600_000 }),
  fc.integer({ min: 0, max: 12 }).map((quarters) => quarters * 15 * 60_000),
);
const severity = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const minutes = fc.integer({ min: 1, max: 90 });

type Draft = { gap: number } & (
  | { kind: "severity_changed" | "reopened"; severity: 1 | 2 | 3 | 4 }
  | { kind: "posted"; next: number | null }
  | { kind: "snoozed"; ahead: number }
  | { kind: "runbook_cadence_added" | "runbook_cadence_removed"; minutes: number }
  | { kind: "resolved" | "cancelled" | "handed_over" }
);

const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc.record({ gap, kind: fc.constantFrom("severity_changed" as const, "reopened" as const), severity }),
  fc.record({ gap, kind: fc.constant("posted" as const), next: fc.option(minutes) }),
  fc.record({ gap, kind: fc.constant("snoozed" as const), ahead: gap }),
  fc.record({
    gap,
    kind: fc.constantFrom("runbook_cadence_added" as const, "runbook_cadence_removed" as const),
    minutes,
  }),
  fc.record({
    gap,
    kind: fc.constantFrom("resolved" as const, "cancelled" as const, "handed_over" as const),
  }),
);

/** A plausible timeline: reopened only when stopped, stopped only when running. */
const timeline = fc.tuple(severity, fc.array(draft, { maxLength: 25 })).map(([first, drafts]) => {
  const events: SlotEvent[] = [{ kind: "declared", at: 0, severity: first }];
  let at = 0;
  let running = true;
  let number = 0;
  for (const { gap, ...rest } of drafts) {
    at += gap;
    if (rest.kind === "reopened" ? running : !running && rest.kind !== "severity_changed") continue;
    if (rest.kind === "reopened") running = true;
    if (rest.kind === "resolved" || rest.kind === "cancelled") running = false;
    if (rest.kind === "posted") {
      events.push({ kind: rest.kind, at, number: ++number, nextIntervalMinutes: rest.next });
    } else if (rest.kind === "snoozed") events.push({ kind: rest.kind, at, until: at + rest.ahead });
    else events.push({ ...rest, at });
  }
  return { events, end: at };
});

const afterTimeline = timeline.map(({ events, end }) => ({ state: run(events), end }));

it("there is never more than one open slot, and the ordinals have no gap", () => {
  fc.assert(
    fc.property(timeline, gap, ({ events, end }, later) => {
      const { history, open } = slots(standardPolicy, events, end + later);
      expect(history.map((slot) => slot.ordinal)).toEqual(history.map((_, index) => index + 1));
      const unanswered = history.filter((slot) => slot.outcome === "open");
      expect(unanswered).toEqual(open ? [open] : []);
    }),
  );
});

it("a slot opens where the one before it ended, and is never due before it opened", () => {
  fc.assert(
    fc.property(timeline, gap, ({ events, end }, later) => {
      const { history } = slots(standardPolicy, events, end + later);
      history.forEach((slot, index) => {
        expect(slot.dueAt).toBeGreaterThanOrEqual(slot.openedAt);
        expect(slot.openedAt).toBeGreaterThanOrEqual(history[index - 1]?.postedAt ?? 0);
      });
    }),
  );
});

it("no event moves a due time to before itself", () => {
  fc.assert(
    fc.property(timeline, ({ events }) => {
      events.reduce((before, event) => {
        const reached = advance(before, event.at).state;
        const { state } = applySlotEvent(standardPolicy, before, event);
        if (state.open && state.open.dueAt !== reached.open?.dueAt) {
          expect(state.open.dueAt).toBeGreaterThanOrEqual(event.at);
        }
        return state;
      }, notDeclared);
    }),
  );
});

it("every answered slot is on time up to its due time, late before one more interval, and never after", () => {
  fc.assert(
    fc.property(timeline, ({ events, end }) => {
      for (const slot of slots(standardPolicy, events, end).history) {
        if (slot.postedAt === null) continue;
        expect(slot.postedAt).toBeLessThan(slot.dueAt + slot.intervalMinutes * 60_000);
        expect(slot.outcome).toBe(slot.postedAt <= slot.dueAt ? "on_time" : "late");
      }
    }),
  );
});

it("looking on the way changes nothing: to a, then to b, is the same as to b", () => {
  fc.assert(
    fc.property(afterTimeline, gap, gap, ({ state, end }, first, second) => {
      const a = advance(state, end + first);
      const b = advance(a.state, end + first + second);
      const straight = advance(state, end + first + second);
      expect(b.state).toEqual(straight.state);
      expect([...a.closed, ...b.closed]).toEqual(straight.closed);
    }),
  );
});

it("a view holds until its next transition, and no longer", () => {
  fc.assert(
    fc.property(afterTimeline, gap, ({ state, end }, later) => {
      const now = end + later;
      const view = clockView(standardPolicy, state, now);
      expect(view.nextTransitionAt === null).toBe(view.state === "stopped");
      if (view.nextTransitionAt === null) return;
      expect(view.nextTransitionAt).toBeGreaterThan(now);
      expect(clockView(standardPolicy, state, view.nextTransitionAt - 1)).toEqual(view);
      expect(clockView(standardPolicy, state, view.nextTransitionAt)).not.toEqual(view);
    }),
  );
});

it("no interval is ever longer than the severity's", () => {
  fc.assert(
    fc.property(timeline, ({ events }) => {
      const { severity, open } = run(events);
      if (open) expect(open.intervalMinutes).toBeLessThanOrEqual(standardPolicy.intervalBySeverity[severity]);
    }),
  );
});

function run(events: readonly SlotEvent[]): CadenceState {
  return events.reduce((state, event) => applySlotEvent(standardPolicy, state, event).state, notDeclared);
}
