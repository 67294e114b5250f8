import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";

/** A sign-off meets the open exit criteria that wait for it. */
export function meetCriteria(ctx: Context, incident: LockedIncident): Promise<Entry[]> {
  return moveCriteria(ctx, incident, "open", "met");
}

/** A sign-off no longer holds: the exit criteria that it met are open again. */
export function reopenCriteria(ctx: Context, incident: LockedIncident): Promise<Entry[]> {
  return moveCriteria(ctx, incident, "met", "open");
}

async function moveCriteria(
  ctx: Context,
  { row, stream, at }: LockedIncident,
  from: "open" | "met",
  to: "open" | "met",
): Promise<Entry[]> {
  const criteria = await ctx.db.exitCriterion.findMany({
    where: { incidentId: row.id, bySignOff: true, state: from },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const entries: Entry[] = [];
  for (const { id: criterionId } of criteria) {
    await ctx.db.exitCriterion.update({
      where: { id: criterionId, state: from },
      data: { state: to, decidedById: ctx.actor.id, decidedAt: at, reasonTextId: null },
      select: { id: true },
    });
    const event =
      to === "met"
        ? ({ kind: "criterion.met", data: { criterionId, note: null } } as const)
        : ({ kind: "criterion.reopened", data: { criterionId, reason: null } } as const);
    entries.push(await append(ctx, stream, at, event));
  }
  return entries;
}
