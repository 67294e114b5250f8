import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import type { LockedIncident } from "./locked-incident";

/**
 * Writes columns of a locked incident, guarded by the status and commander that the verb decided on, and carries
 * them over to `incident.row`, for verbs that go on.
 * @throws Failure `conflict` when either has changed, which the lock should not allow
 */
export async function updateIncident(
  ctx: Context,
  incident: LockedIncident,
  data: Prisma.IncidentUncheckedUpdateManyInput,
): Promise<void> {
  const { id, status, commanderId } = incident.row;
  const { count } = await ctx.db.incident.updateMany({ where: { id, status, commanderId }, data });
  if (count !== 1) throw new Failure("conflict", "Somebody else changed it at the same moment. Try again.");
  Object.assign(incident.row, data);
}
