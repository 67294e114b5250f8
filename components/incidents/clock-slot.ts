import type { ClockSlot } from "@/components/clock/clock.rules";
import { advance } from "@/lib/updates/advance.rules";
import type { CadenceState } from "@/lib/updates/cadence-state.rules";

/**
 * The open slot as a clock shows it; null once it has stopped.
 * @param now milliseconds since 1970: misses up to then are counted; without it the slot as it is stored
 */
export function clockSlotOf(cadence: CadenceState, now?: number): ClockSlot | null {
  const { open } = now === undefined ? cadence : advance(cadence, now).state;
  if (!open) return null;
  return {
    number: open.update,
    openedAt: open.openedAt,
    dueAt: open.dueAt,
    intervalMinutes: open.intervalMinutes,
    snoozed: open.snoozedUntil === null ? null : { by: "", reason: "" },
  };
}
