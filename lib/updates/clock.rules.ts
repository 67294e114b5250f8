import { advance, missedAt } from "./advance.rules";
import type { CadencePolicy } from "./cadence.rules";
import type { CadenceState, Slot } from "./cadence-state.rules";
import { firstDueAt } from "./first-due.rules";

/** `stopped` is also the time before declaration: nothing is due. */
export type ClockState = "calm" | "soon" | "overdue" | "snoozed" | "stopped";

/** The clock at one moment. All times are epoch milliseconds; null when nothing is due. */
export interface ClockView {
  state: ClockState;
  open: Slot | null;
  soonAt: number | null;
  /** When the update was first due, also once a slot was missed. */
  dueAt: number | null;
  missedAt: number | null;
  /** The first millisecond at which this view is no longer true, if nothing happens until then. */
  nextTransitionAt: number | null;
}

/**
 * What the clock shows at `now`, misses up to then included. From the due time on it is overdue, although a
 * post in that very millisecond is still on time. A snooze is over when its warning begins.
 */
export function clockView(policy: CadencePolicy, state: CadenceState, now: number): ClockView {
  const reached = advance(state, now).state;
  const { open } = reached;
  const dueAt = firstDueAt(reached);
  if (!open || dueAt === null) {
    return {
      state: "stopped",
      open: null,
      soonAt: null,
      dueAt: null,
      missedAt: null,
      nextTransitionAt: null,
    };
  }
  const times = {
    soonAt: dueAt - policy.warnMinutes * 60_000,
    dueAt,
    missedAt: missedAt(open),
  };
  const quiet = open.snoozedUntil === null ? "calm" : "snoozed";
  if (now < times.soonAt) return { state: quiet, open, ...times, nextTransitionAt: times.soonAt };
  if (now < times.dueAt) return { state: "soon", open, ...times, nextTransitionAt: times.dueAt };
  return { state: "overdue", open, ...times, nextTransitionAt: times.missedAt };
}
