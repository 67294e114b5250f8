import type { CadenceState, Slot } from "./cadence-state.rules";
import { firstDueAt } from "./first-due.rules";

/** A new state, and the slots that ended on the way to it, oldest first. */
export interface CadenceStep {
  state: CadenceState;
  closed: Slot[];
}

/**
 * Lets time pass: a slot nobody answered before its due time plus one interval is missed, and the next one is
 * due one interval after it was due. Linear in the number of misses; an earlier `now` changes nothing.
 */
export function advance(state: CadenceState, now: number): CadenceStep {
  const closed: Slot[] = [];
  let { open } = state;
  const owedSince = firstDueAt(state) ?? 0;
  while (open && now >= missedAt(open)) {
    closed.push({ ...open, outcome: "missed" });
    // It waits for the same update, which has been owed since the first of them was due.
    open = newSlot(open.ordinal + 1, open.update, owedSince, missedAt(open), open.intervalMinutes);
  }
  if (closed.length === 0) return { state, closed };
  return { state: { ...state, slotsOpened: state.slotsOpened + closed.length, open }, closed };
}

/** When an unanswered slot counts as missed: one interval after it was due. Epoch milliseconds. */
export function missedAt(slot: Slot): number {
  return slot.dueAt + slot.intervalMinutes * 60_000;
}

/** A slot as it opens: not snoozed, not answered. Times in epoch milliseconds. */
export function newSlot(
  ordinal: number,
  update: number,
  openedAt: number,
  dueAt: number,
  intervalMinutes: number,
): Slot {
  const fresh = { snoozeUsed: false, snoozedUntil: null, outcome: "open", postedAt: null } as const;
  return { ordinal, update, openedAt, dueAt, intervalMinutes, ...fresh };
}
