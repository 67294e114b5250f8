import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import type { Entry } from "@/lib/timeline/events";

/**
 * Has the clock count with the cadence of a runbook that comes into use. The verb's own entry says so.
 * @param minutes null: it asks nothing of the clock
 * @returns the entries of misses up to now
 */
export async function addCadence(
  ctx: Context,
  incident: LockedIncident,
  minutes: number | null,
): Promise<Entry[]> {
  if (minutes === null) return [];
  const moved = await moveClock(ctx, incident, { kind: "runbook_cadence_added", minutes });
  await ctx.db.incident.update({
    where: { id: incident.row.id },
    data: moved.columns,
    select: { id: true },
  });
  return moved.entries;
}
