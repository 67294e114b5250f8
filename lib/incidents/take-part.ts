import type { Context } from "@/lib/db/context";
import type { IncidentRole } from "@/lib/timeline/events/common";
import type { LockedIncident } from "./locked-incident";

/** Writes that a person takes part as `role`: new, back again, or in another role. Appends nothing. */
export async function takePart(
  ctx: Context,
  { row, at }: LockedIncident,
  personId: string,
  role: IncidentRole,
): Promise<void> {
  const key = { incidentId: row.id, personId };
  // Whoever had left is back since now; whoever is here keeps the time of joining.
  const back = await ctx.db.participant.updateMany({
    where: { ...key, leftAt: { not: null } },
    data: { role, leftAt: null, joinedAt: at },
  });
  if (back.count > 0) return;
  await ctx.db.participant.upsert({
    where: { incidentId_personId: key },
    create: { ...key, role, joinedAt: at },
    update: { role },
    select: { personId: true },
  });
}
