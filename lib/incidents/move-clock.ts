import type { Context } from "@/lib/db/context";
import { newId } from "@/lib/kernel/ids";
import { appendMany } from "@/lib/timeline/append-many";
import type { Entry } from "@/lib/timeline/events";
import { standardPolicy } from "@/lib/updates/cadence.rules";
import { cadenceState, type CadenceState, type Slot } from "@/lib/updates/cadence-state.rules";
import { missedAt } from "@/lib/updates/advance.rules";
import { applySlotEvent, type SlotEvent } from "@/lib/updates/slots.rules";
import type { LockedIncident } from "./locked-incident";

type Untimed<E> = E extends SlotEvent ? Omit<E, "at"> : never;
/** What happens to the clock, without its time: that is the verb's. */
export type ClockEvent = Untimed<SlotEvent>;

/** The clock's columns after the event, for the verb's own update of the incident. */
export interface ClockColumns {
  cadence: CadenceState;
  dueAt: Date | null;
}

/**
 * Moves an incident's clock by one event: first puts the misses up to now on the timeline, then schedules the next
 * time at which somebody must look. The verb writes the returned columns with its own guarded update, and appends
 * its own entry afterwards.
 * @returns the columns, the slot the event ended (a post: with its outcome), and the entries of misses
 */
export async function moveClock(
  ctx: Context,
  incident: LockedIncident,
  event: ClockEvent,
): Promise<{ columns: ClockColumns; ended: Slot | null; entries: Entry[] }> {
  const before = cadenceState.parse(incident.row.cadence);
  const timed = { ...event, at: incident.at.getTime() } as SlotEvent;
  const { state, closed } = applySlotEvent(standardPolicy, before, timed);
  const misses = closed.filter(({ outcome }) => outcome === "missed").map(missed);
  const entries = await appendMany(ctx, incident.stream, incident.at, misses);
  await scheduleClock(ctx, incident.row.id, state);
  return {
    columns: clockColumns(state),
    ended: closed.findLast(({ outcome }) => outcome !== "missed") ?? null,
    entries,
  };
}

/** What the table keeps of a clock. */
export function clockColumns(state: CadenceState): ClockColumns {
  return { cadence: state, dueAt: state.open && new Date(state.open.dueAt) };
}

/** Has due work look at this clock when the open slot would be missed; without an open slot, never. */
export async function scheduleClock(ctx: Context, incidentId: string, { open }: CadenceState): Promise<void> {
  const dueAt = open && new Date(missedAt(open));
  if (!dueAt) {
    await ctx.db.dueItem.deleteMany({ where: { incidentId, kind: "clock" } });
    return;
  }
  await ctx.db.$executeRaw`
    INSERT INTO due_items (id, incident_id, kind, key, due_at)
    VALUES (${newId()}::uuid, ${incidentId}::uuid, 'clock', 'next', ${dueAt})
    ON CONFLICT (incident_id, kind, key) DO UPDATE SET due_at = ${dueAt}, done_at = NULL, leased_until = NULL`;
}

function missed(slot: Slot) {
  const data = {
    number: slot.update,
    dueAt: new Date(slot.dueAt).toISOString(),
    nextDueAt: new Date(missedAt(slot)).toISOString(),
  };
  return { kind: "update.missed", data } as const;
}
