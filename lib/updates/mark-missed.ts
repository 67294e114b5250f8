import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import { updateIncident } from "@/lib/incidents/update-incident";
import { written } from "@/lib/incidents/written";

/**
 * Puts every update that was missed by now on the timeline, and has due work look again at the next such moment.
 * For due work: when nothing was missed, nothing is written.
 * @param incidentId of the incident
 */
export async function markMissed(ctx: Context, incidentId: string): Promise<Written> {
  const incident = await lockIncident(ctx, incidentId, "update.mark_missed");
  // Any event that changes nothing brings the clock up to now.
  const { columns, entries } = await moveClock(ctx, incident, { kind: "handed_over" });
  if (entries.length > 0) await updateIncident(ctx, incident, { ...columns });
  return written(incident, ...entries);
}
