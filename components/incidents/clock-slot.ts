import type { ClockSlot } from "@/components/clock/clock.rules";
import type { CadenceState } from "@/lib/updates/cadence-state.rules";
import { firstDueAt } from "@/lib/updates/first-due.rules";

/** The update that is waited for as a clock shows it, a miss or not; null once the clock has stopped. */
export function clockSlotOf(cadence: CadenceState): ClockSlot | null {
  const { anchor, open } = cadence;
  const dueAt = firstDueAt(cadence);
  if (!open || dueAt === null) return null;
  return {
    number: open.update,
    openedAt: anchor,
    dueAt,
    intervalMinutes: open.intervalMinutes,
    snoozed: open.snoozedUntil === null ? null : { by: "", reason: "" },
  };
}
