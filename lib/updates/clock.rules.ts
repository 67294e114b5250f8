import { advance, missedAt } from "./advance.rules";
import type { CadencePolicy } from "./cadence.rules";
import type { CadenceState, Slot } from "./cadence-state.rules";

/** `stopped` is also the time before declaration: nothing is due. */
export type ClockState = "calm" | "soon" | "overdue" | "snoozed" | "stopped";

/** The clock at one moment. All times are epoch milliseconds; null when nothing is due. */
export interface ClockView {
  state: ClockState;
  open: Slot | null;
  soonAt: number | null;
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
  const { open } = advance(state, now).state;
  if (!open) {
    return { state: "stopped", open, soonAt: null, dueAt: null, missedAt: null, nextTransitionAt: null };
  }
  const times = {
    soonAt: open.dueAt - policy.warnMinutes * 60_000,
    dueAt: open.dueAt,
    missedAt: missedAt(open),
  };
  const quiet = open.snoozedUntil === null ? "calm" : "snoozed";
  if (now < times.soonAt) return { state: quiet, open, ...times, nextTransitionAt: times.soonAt };
  if (now < times.dueAt) return { state: "soon", open, ...times, nextTransitionAt: times.dueAt };
  return { state: "overdue", open, ...times, nextTransitionAt: times.missedAt };
}
