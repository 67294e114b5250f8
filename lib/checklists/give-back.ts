import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { decideWalk } from "@/lib/incidents/status.rules";
import { appendMany } from "@/lib/timeline/append-many";
import type { Entry } from "@/lib/timeline/events";

/**
 * Nobody has any more what a person had in hand, or was given: others go on with it. What they did stays theirs, and so
 * does what they ticked and a second person has to confirm.
 * @returns an entry for each step
 */
export async function giveBackSteps(
  ctx: Context,
  { row, stream, at }: LockedIncident,
  personId: string,
): Promise<Entry[]> {
  if (!decideWalk(row.status).ok) return [];
  const items = await ctx.db.checklistItem.findMany({
    where: {
      ...{ streamId: row.id, assigneeId: personId, left: false, askedById: null },
      state: { in: ["todo", "in_progress", "blocked"] },
    },
    orderBy: [{ checklist: { position: "asc" } }, { position: "asc" }],
    select: { id: true, checklistId: true },
  });
  await ctx.db.checklistItem.updateMany({
    where: { id: { in: items.map(({ id }) => id) } },
    data: { assigneeId: null },
  });
  return appendMany(
    ctx,
    stream,
    at,
    items.map(({ id: itemId, checklistId }) => ({
      kind: "step.assigned",
      data: { checklistId, itemId, from: personId, to: null },
    })),
  );
}
