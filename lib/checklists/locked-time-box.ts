import type { Context } from "@/lib/db/context";
import { Prisma, type TimeBox } from "@/lib/db/generated/client";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { Failure } from "@/lib/kernel/errors";
import { lockStreamOf } from "@/lib/timeline/append";
import { lockWalked } from "./lock-walked";

/**
 * Locks the stream of a timer that runs: how every verb on one begins.
 * @throws Failure `not_found` when there is none or the actor may not see it, `conflict` once it has ended
 */
export async function lockTimeBox(
  ctx: Context,
  timeBoxId: string,
): Promise<{ incident: LockedIncident; box: TimeBox }> {
  const stream = await lockStreamOf(
    ctx,
    Prisma.sql`SELECT stream_id FROM time_boxes WHERE id = ${timeBoxId}::uuid`,
  );
  if (!stream) throw new Failure("not_found", "There is no such timer.");
  const incident = await lockWalked(ctx, stream, "step.walk");
  const box = await ctx.db.timeBox.findUniqueOrThrow({ where: { id: timeBoxId } });
  if (box.endedAt) throw new Failure("conflict", "This timer has ended already.");
  return { incident, box };
}

/** How entries name a timer. */
export function boxRef({ id, checklistId, itemId }: TimeBox) {
  return { timeBoxId: id, checklistId, itemId };
}
