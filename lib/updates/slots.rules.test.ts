import { describe, expect, it } from "vitest";
import { standardPolicy } from "./cadence.rules";
import { cadenceState } from "./cadence-state.rules";
import { applySlotEvent, canSnooze, notDeclared, type SlotEvent, slots } from "./slots.rules";

const t0 = Date.UTC(2026, 0, 5, 2, 0);
/** Minutes after the declaration, as epoch milliseconds. */
const min = (minutes: number) => t0 + minutes * 60_000;
const at = (now: number, ...events: SlotEvent[]) => slots(standardPolicy, events, now);
const outcomes = (...args: Parameters<typeof at>) => at(...args).history.map((slot) => slot.outcome);
const dueMinutes = (...args: Parameters<typeof at>) => {
  const { open } = at(...args);
  return open && (open.dueAt - t0) / 60_000;
};

const declared = (severity: 1 | 2 | 3 | 4 = 1): SlotEvent => ({ kind: "declared", at: t0, severity });
const posted = (when: number, number = 1, nextIntervalMinutes?: number): SlotEvent => ({
  kind: "posted",
  at: when,
  number,
  nextIntervalMinutes,
});
const severity = (when: number, to: 1 | 2 | 3 | 4): SlotEvent => ({
  kind: "severity_changed",
  at: when,
  severity: to,
});
const snoozed = (when: number, until: number): SlotEvent => ({ kind: "snoozed", at: when, until });

describe("opening", () => {
  it.each([
    [1, 15],
    [2, 15],
    [3, 30],
    [4, 60],
  ] as const)("a SEV%i declared opens a slot due after %i minutes", (sev, minutes) => {
    expect(dueMinutes(t0, declared(sev))).toBe(minutes);
    expect(at(t0, declared(sev)).open).toMatchObject({
      ordinal: 1,
      update: 1,
      openedAt: t0,
      outcome: "open",
    });
  });

  it("a post opens the next slot, due after one interval from the post and not from the last due time", () => {
    const { history, open } = at(min(9), declared(), posted(min(8)));
    expect(history[0]).toMatchObject({ outcome: "on_time", postedAt: min(8) });
    expect(open).toMatchObject({ ordinal: 2, update: 2, openedAt: min(8), dueAt: min(23) });
  });

  it("before declaration nothing is due", () => {
    expect(at(t0)).toEqual({
      history: [],
      open: null,
      state: "stopped",
      soonAt: null,
      dueAt: null,
      missedAt: null,
      nextTransitionAt: null,
    });
  });
});

describe("how punctual a post is", () => {
  it.each([
    ["one millisecond before it is due", min(15) - 1, ["on_time"]],
    ["at the very millisecond it is due", min(15), ["on_time"]],
    ["one millisecond after", min(15) + 1, ["late"]],
    ["one millisecond before one interval after", min(30) - 1, ["late"]],
    [
      "at one interval after: that slot is missed and the next one, due just now, is met",
      min(30),
      ["missed", "on_time"],
    ],
    ["a millisecond later: late for the next one", min(30) + 1, ["missed", "late"]],
    ["after three more intervals", min(80), ["missed", "missed", "missed", "missed", "late"]],
  ])("%s", (_, when, expected) => {
    expect(outcomes(when, declared(), posted(when))).toEqual([...expected, "open"]);
  });

  it("the interval that counts for late is the slot's own", () => {
    expect(outcomes(min(89), declared(3), posted(min(59)))).toEqual(["late", "open"]);
    expect(outcomes(min(60), declared(3), posted(min(60)))).toEqual(["missed", "on_time", "open"]);
  });
});

describe("misses", () => {
  it("each next slot is due one interval after the last due time, and waits for the same update", () => {
    const { history } = at(min(61), declared());
    expect(history.map((slot) => [slot.ordinal, slot.update, slot.dueAt, slot.outcome])).toEqual([
      [1, 1, min(15), "missed"],
      [2, 1, min(30), "missed"],
      [3, 1, min(45), "missed"],
      [4, 1, min(60), "open"],
    ]);
  });

  it("a post after misses starts one interval from itself, and the update numbers have no gap", () => {
    const { history, open } = at(min(51), declared(), posted(min(50), 1));
    expect(history.at(-2)).toMatchObject({ ordinal: 3, update: 1, outcome: "late", postedAt: min(50) });
    expect(open).toMatchObject({ ordinal: 4, update: 2, dueAt: min(65) });
  });

  it("a month without a word is counted, quickly", () => {
    const { history, open } = at(min(30 * 24 * 60), declared());
    expect(history).toHaveLength(2880);
    expect(open).toMatchObject({ ordinal: 2880, dueAt: min(30 * 24 * 60) });
  });
});

describe("a shorter interval", () => {
  it("comes from what the author chose, until the next post", () => {
    expect(dueMinutes(min(5), declared(), posted(min(5), 1, 10))).toBe(15);
    expect(dueMinutes(min(12), declared(), posted(min(5), 1, 10), posted(min(12), 2))).toBe(27);
  });

  it("a longer choice changes nothing: the shortest wins", () => {
    expect(dueMinutes(min(5), declared(), posted(min(5), 1, 45))).toBe(20);
  });

  it("comes from a runbook in use, at once and from the last post", () => {
    const added: SlotEvent = { kind: "runbook_cadence_added", at: min(4), minutes: 10 };
    const removed: SlotEvent = { kind: "runbook_cadence_removed", at: min(6), minutes: 10 };
    expect(dueMinutes(min(4), declared(), added)).toBe(10);
    expect(dueMinutes(min(6), declared(), added, removed)).toBe(15);
    expect(dueMinutes(min(6), declared(), added, { ...added, at: min(5) }, removed)).toBe(10);
    expect(dueMinutes(min(6), declared(), removed)).toBe(15);
  });

  it("a runbook slower than the policy changes nothing", () => {
    expect(dueMinutes(min(4), declared(), { kind: "runbook_cadence_added", at: min(4), minutes: 30 })).toBe(
      15,
    );
  });

  it("the author's choice keeps its promise when the severity is lowered", () => {
    expect(dueMinutes(min(8), declared(), posted(min(5), 1, 10), severity(min(8), 4))).toBe(15);
  });
});

describe("a change of severity", () => {
  it("recomputes the open slot from the last post", () => {
    expect(dueMinutes(min(22), declared(3), posted(min(20)), severity(min(22), 1))).toBe(35);
    expect(dueMinutes(min(22), declared(1), posted(min(10)), severity(min(22), 3))).toBe(40);
  });

  it("never moves it into the past", () => {
    const events = [declared(3), severity(min(20), 1)];
    expect(dueMinutes(min(20), ...events)).toBe(20);
    expect(outcomes(min(20), ...events, posted(min(20)))).toEqual(["on_time", "open"]);
    expect(outcomes(min(21), ...events, posted(min(21)))).toEqual(["late", "open"]);
    expect(outcomes(min(35), ...events)).toEqual(["missed", "open"]);
  });

  it("lowered while overdue makes it due later", () => {
    expect(at(min(16), declared(1)).state).toBe("overdue");
    expect(at(min(16), declared(1), severity(min(16), 3))).toMatchObject({ state: "calm", dueAt: min(30) });
  });

  it("after misses counts from the last post too, so that it is due now at the earliest", () => {
    expect(dueMinutes(min(50), declared(1), severity(min(50), 3))).toBe(50);
    expect(dueMinutes(min(50), declared(1), severity(min(50), 4))).toBe(60);
    expect(outcomes(min(50), declared(1), severity(min(50), 4))).toEqual(["missed", "missed", "open"]);
  });

  it("that leaves the interval alone leaves the slot alone", () => {
    expect(dueMinutes(min(20), declared(1), severity(min(20), 2))).toBe(15);
    expect(dueMinutes(min(6), declared(1), snoozed(min(5), min(40)), severity(min(6), 2))).toBe(40);
  });

  it("takes effect on the first slot when nothing was posted yet", () => {
    expect(dueMinutes(min(2), declared(4), severity(min(2), 1))).toBe(15);
  });
});

describe("a snooze", () => {
  it("moves the open slot, and the post is measured against the new time", () => {
    const events = [declared(), snoozed(min(10), min(40))];
    expect(at(min(11), ...events)).toMatchObject({ state: "snoozed", dueAt: min(40) });
    expect(outcomes(min(40), ...events, posted(min(40)))).toEqual(["on_time", "open"]);
    expect(outcomes(min(54), ...events, posted(min(54)))).toEqual(["late", "open"]);
    expect(outcomes(min(55), ...events)).toEqual(["missed", "open"]);
  });

  it("moves a slot once; the next slot may be snoozed again", () => {
    const events = [declared(), snoozed(min(10), min(40))];
    expect(dueMinutes(min(20), ...events, snoozed(min(20), min(90)))).toBe(40);
    expect(dueMinutes(min(31), ...events, posted(min(30)), snoozed(min(31), min(90)))).toBe(90);
  });

  it("never moves it earlier, and never once it is due", () => {
    expect(dueMinutes(min(5), declared(), snoozed(min(5), min(14)))).toBe(15);
    expect(dueMinutes(min(5), declared(), snoozed(min(5), min(15)))).toBe(15);
    expect(dueMinutes(min(15), declared(), snoozed(min(15), min(40)))).toBe(15);
  });

  it("is undone by a quicker interval and outlives a calmer one", () => {
    const raised = [declared(3), snoozed(min(10), min(50)), severity(min(12), 1)];
    expect(at(min(12), ...raised)).toMatchObject({ dueAt: min(15), state: "soon" });
    expect(canSnooze(stateAfter(...raised), min(13))).toBe(false);
    const lowered = [declared(1), snoozed(min(10), min(50)), severity(min(12), 3)];
    expect(at(min(12), ...lowered)).toMatchObject({ dueAt: min(50), state: "snoozed" });
    const far = [declared(1), snoozed(min(10), min(50)), severity(min(12), 4)];
    expect(at(min(12), ...far)).toMatchObject({ dueAt: min(60), state: "calm" });
  });

  it("leaves the number of the update alone", () => {
    expect(at(min(11), declared(), snoozed(min(10), min(40))).open).toMatchObject({ ordinal: 1, update: 1 });
  });
});

describe("stopping and starting again", () => {
  it.each(["resolved", "cancelled"] as const)(
    "%s stops the clock; the open slot counts as nothing",
    (kind) => {
      const view = at(min(500), declared(), { kind, at: min(20) });
      expect(view).toMatchObject({ state: "stopped", open: null, dueAt: null, nextTransitionAt: null });
      expect(view.history.map((slot) => slot.outcome)).toEqual(["stopped"]);
    },
  );

  it("misses before the stop stay missed", () => {
    expect(outcomes(min(90), declared(), { kind: "resolved", at: min(31) })).toEqual(["missed", "stopped"]);
  });

  it("the final update answers its slot", () => {
    expect(outcomes(min(90), declared(), posted(min(14)), { kind: "resolved", at: min(14) })).toEqual([
      "on_time",
      "stopped",
    ]);
  });

  it("reopening starts one interval of its severity, with the next number", () => {
    const events: SlotEvent[] = [
      declared(),
      posted(min(14), 1, 5),
      { kind: "resolved", at: min(14) },
      { kind: "reopened", at: min(100), severity: 3 },
    ];
    expect(at(min(100), ...events).open).toMatchObject({ ordinal: 3, update: 2, dueAt: min(130) });
    expect(dueMinutes(min(110), ...events, severity(min(110), 1))).toBe(115);
  });

  it("while stopped, severity and runbooks are remembered and nothing else moves", () => {
    const events: SlotEvent[] = [
      declared(1),
      { kind: "resolved", at: min(10) },
      severity(min(11), 4),
      { kind: "runbook_cadence_added", at: min(12), minutes: 20 },
      snoozed(min(13), min(99)),
      posted(min(14)),
    ];
    expect(at(min(14), ...events)).toMatchObject({ state: "stopped", open: null });
    expect(dueMinutes(min(50), ...events, { kind: "reopened", at: min(50), severity: 4 })).toBe(70);
  });

  it("a hand-over changes nothing", () => {
    expect(at(min(8), declared(), { kind: "handed_over", at: min(7) })).toEqual(at(min(8), declared()));
  });
});

describe("the stored state", () => {
  it("survives JSON and its own schema", () => {
    const state = stateAfter(declared(), posted(min(5), 1, 10), snoozed(min(6), min(30)));
    expect(cadenceState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(cadenceState.parse(notDeclared)).toEqual(notDeclared);
  });

  it("is not changed by applying an event to it", () => {
    const state = Object.freeze(stateAfter(declared()));
    expect(applySlotEvent(standardPolicy, state, posted(min(40))).closed).toHaveLength(2);
    expect(state.open?.outcome).toBe("open");
  });
});

function stateAfter(...events: SlotEvent[]) {
  return events.reduce((state, event) => applySlotEvent(standardPolicy, state, event).state, notDeclared);
}
