import type { Severity } from "@/lib/timeline/events/common";
import { advance, type CadenceStep, newSlot } from "./advance.rules";
import { type CadencePolicy, cadenceInterval } from "./cadence.rules";
import type { CadenceState, Slot } from "./cadence-state.rules";
import { type ClockView, clockView } from "./clock.rules";

/** What moves the clock, in the order of the timeline. Times are epoch milliseconds. */
export type SlotEvent =
  | { kind: "declared"; at: number; severity: Severity }
  | { kind: "severity_changed"; at: number; severity: Severity }
  /** `nextIntervalMinutes` only when the author departs from the rule: it holds until the next post. */
  | { kind: "posted"; at: number; number: number; nextIntervalMinutes?: number | null }
  | { kind: "snoozed"; at: number; until: number; reason?: string }
  | { kind: "runbook_cadence_added"; at: number; minutes: number }
  | { kind: "runbook_cadence_removed"; at: number; minutes: number }
  | { kind: "resolved"; at: number }
  | { kind: "cancelled"; at: number }
  | { kind: "reopened"; at: number; severity: Severity }
  | { kind: "handed_over"; at: number };

export interface Slots extends ClockView {
  /** Every slot there was, oldest first, the open one last. */
  history: Slot[];
}

/**
 * The slots of one incident (product.md, "Cadence and slot"): a pure function of policy, events and time.
 * @param events everything up to `now`, in order
 * @param now epoch milliseconds
 */
export function slots(policy: CadencePolicy, events: readonly SlotEvent[], now: number): Slots {
  const history: Slot[] = [];
  let state = notDeclared;
  for (const event of events) {
    const step = applySlotEvent(policy, state, event);
    history.push(...step.closed);
    state = step.state;
  }
  const { state: current, closed } = advance(state, now);
  for (const slot of closed) history.push(slot);
  if (current.open) history.push(current.open);
  return { ...clockView(policy, current, now), history };
}

/** Before declaration: nothing runs. */
export const notDeclared: CadenceState = {
  severity: 1,
  runbookMinutes: [],
  chosenMinutes: null,
  anchor: 0,
  updatesPosted: 0,
  slotsOpened: 0,
  open: null,
};

/**
 * One event on a state: first the misses up to it, then what it does. What cannot apply (a second snooze,
 * anything but a post or a reopening while stopped) leaves the slots alone.
 */
export function applySlotEvent(policy: CadencePolicy, before: CadenceState, event: SlotEvent): CadenceStep {
  const { state, closed } = advance(before, event.at);
  switch (event.kind) {
    case "declared":
      return { state: openSlot(policy, { ...state, severity: event.severity }, event.at), closed };
    case "reopened":
      // One interval from the reopening; what an author chose before the stop is over.
      return {
        state: openSlot(policy, { ...state, severity: event.severity, chosenMinutes: null }, event.at),
        closed,
      };
    case "posted":
      return post(policy, state, closed, event);
    case "severity_changed":
      return { state: recompute(policy, { ...state, severity: event.severity }, event.at), closed };
    case "runbook_cadence_added": {
      const runbookMinutes = [...state.runbookMinutes, event.minutes];
      return { state: recompute(policy, { ...state, runbookMinutes }, event.at), closed };
    }
    case "runbook_cadence_removed": {
      const runbookMinutes = without(state.runbookMinutes, event.minutes);
      return { state: recompute(policy, { ...state, runbookMinutes }, event.at), closed };
    }
    case "snoozed":
      return { state: snooze(state, event.at, event.until), closed };
    case "resolved":
    case "cancelled":
      if (state.open) closed.push({ ...state.open, outcome: "stopped" });
      return { state: { ...state, open: null }, closed };
    case "handed_over":
      return { state, closed };
  }
}

/** Opens the next slot, due one interval after `at`, which becomes the anchor. */
export function openSlot(policy: CadencePolicy, state: CadenceState, at: number): CadenceState {
  const { minutes } = cadenceInterval(policy, state);
  const ordinal = state.slotsOpened + 1;
  const open = newSlot(ordinal, state.updatesPosted + 1, at, at + minutes * 60_000, minutes);
  return { ...state, anchor: at, slotsOpened: ordinal, open };
}

/** Whether the open slot may be moved to `until`: once, before it is due, and only later. */
export function canSnooze(state: CadenceState, at: number, until = Infinity): boolean {
  const { open } = advance(state, at).state;
  return open !== null && !open.snoozeUsed && at < open.dueAt && until > open.dueAt;
}

function post(
  policy: CadencePolicy,
  state: CadenceState,
  closed: Slot[],
  { at, number, nextIntervalMinutes = null }: Extract<SlotEvent, { kind: "posted" }>,
): CadenceStep {
  const after = { ...state, updatesPosted: number };
  if (!state.open) return { state: after, closed };
  const outcome = at <= state.open.dueAt ? "on_time" : "late";
  closed.push({ ...state.open, outcome, postedAt: at });
  return { state: openSlot(policy, { ...after, chosenMinutes: nextIntervalMinutes }, at), closed };
}

/** Due again from the anchor with the interval now in force, never into the past. */
function recompute(policy: CadencePolicy, state: CadenceState, at: number): CadenceState {
  const { open, anchor } = state;
  const { minutes } = cadenceInterval(policy, state);
  // SEV1 to SEV2, or a runbook that is quicker than both: the due time, and a snooze, stay as they are.
  if (!open || minutes === open.intervalMinutes) return state;
  const byRule = Math.max(anchor + minutes * 60_000, at);
  // A snooze outlives a calmer interval, never a quicker one.
  const stands = open.snoozedUntil !== null && minutes > open.intervalMinutes && open.snoozedUntil > byRule;
  const snoozedUntil = stands ? open.snoozedUntil : null;
  // Due later than now again: what was missed before is owed no more.
  const openedAt = byRule > at ? anchor : open.openedAt;
  return {
    ...state,
    open: { ...open, openedAt, dueAt: snoozedUntil ?? byRule, intervalMinutes: minutes, snoozedUntil },
  };
}

function snooze(state: CadenceState, at: number, until: number): CadenceState {
  if (!state.open || !canSnooze(state, at, until)) return state;
  return { ...state, open: { ...state.open, dueAt: until, snoozeUsed: true, snoozedUntil: until } };
}

function without(numbers: readonly number[], one: number): number[] {
  const index = numbers.indexOf(one);
  return index < 0 ? [...numbers] : numbers.toSpliced(index, 1);
}
