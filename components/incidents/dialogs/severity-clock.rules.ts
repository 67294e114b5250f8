import { formatDay, formatTime, isSameDay } from "@/lib/kernel/clock-times";
import type { Severity } from "@/lib/timeline/events/common";
import { cadenceInterval, standardPolicy } from "@/lib/updates/cadence.rules";
import type { CadenceState } from "@/lib/updates/cadence-state.rules";
import { firstDueAt } from "@/lib/updates/first-due.rules";
import { applySlotEvent } from "@/lib/updates/slots.rules";

/**
 * What another severity does to the clock of updates, by the rule that moves it: when the next one is due, and why.
 * @param now milliseconds since 1970
 */
export function severityClockWords(
  before: CadenceState,
  to: Severity,
  { now, timeZone }: { now: number; timeZone: string },
): string {
  const { state } = applySlotEvent(standardPolicy, before, {
    kind: "severity_changed",
    at: now,
    severity: to,
  });
  const dueAt = firstDueAt(state);
  if (!state.open || dueAt === null) return "The update clock is stopped: no update is due.";
  const update = `Update ${state.open.update}`;
  const time = isSameDay(dueAt, now, timeZone)
    ? formatTime(dueAt, timeZone)
    : `${formatDay(dueAt, timeZone)}, ${formatTime(dueAt, timeZone)}`;
  const isOver = dueAt <= now;
  if (to === before.severity) return `${update} ${isOver ? "was" : "is"} due at ${time}.`;
  const why = whyOf(state);
  if (dueAt === firstDueAt(before))
    return `${update} stays ${isOver ? "overdue since" : "due at"} ${time}: ${why}.`;
  return isOver ? `${update} will be due at once: ${why}.` : `${update} will be due at ${time}: ${why}.`;
}

function whyOf(state: CadenceState): string {
  if (state.open?.snoozedUntil) return "it was snoozed until then";
  const { minutes, because } = cadenceInterval(standardPolicy, state);
  switch (because) {
    case "severity":
      return `${minutes} min is the rule for SEV${state.severity}`;
    case "runbook":
      return `a runbook in use asks for one every ${minutes} min`;
    case "author":
      return `its author chose ${minutes} min`;
  }
}
