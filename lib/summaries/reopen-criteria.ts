import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";

/** A sign-off no longer holds: the exit criteria that it met are open again. */
export async function reopenCriteria(ctx: Context, { row, stream, at }: LockedIncident): Promise<Entry[]> {
  const met = await ctx.db.exitCriterion.findMany({
    where: { incidentId: row.id, bySignOff: true, state: "met" },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const entries: Entry[] = [];
  for (const { id: criterionId } of met) {
    await ctx.db.exitCriterion.update({
      where: { id: criterionId, state: "met" },
      data: { state: "open", decidedById: ctx.actor.id, decidedAt: at, reasonTextId: null },
      select: { id: true },
    });
    entries.push(
      await append(ctx, stream, at, { kind: "criterion.reopened", data: { criterionId, reason: null } }),
    );
  }
  return entries;
}
