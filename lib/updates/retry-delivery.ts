import type { Context } from "@/lib/db/context";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { Failure } from "@/lib/kernel/errors";
import { wakeDueWork } from "@/lib/outbox/enqueue";
import { CHANNEL } from "@/lib/timeline/append";

/**
 * Has a delivery tried again at once: one that waits for its next try, or one that was given up.
 * It keeps its id, so that a receiver that got it after all can drop the second.
 * @throws Failure `conflict` when it arrived already or its webhook was removed
 */
export async function retryDelivery(
  ctx: Context,
  { key, deliveryId }: { key: string; deliveryId: string },
): Promise<{ id: string }> {
  const { row, at } = await lockIncident(ctx, key, "update.post");
  const message = await ctx.db.outboxMessage.findFirst({
    where: { id: deliveryId, incidentId: row.id },
    select: { state: true, webhook: { select: { removedAt: true } } },
  });
  if (!message) throw new Failure("not_found", "There is no such delivery.");
  if (message.webhook.removedAt) throw new Failure("conflict", "Its webhook was removed.");
  const { count } = await ctx.db.outboxMessage.updateMany({
    where: { id: deliveryId, state: { not: "delivered" } },
    // Counted anew: another day of tries begins.
    data: {
      state: "pending",
      attempts: 0,
      createdAt: at,
      nextAttemptAt: at,
      endedAt: null,
      leasedUntil: null,
    },
  });
  if (count === 0) throw new Failure("conflict", "It arrived already.");
  await wakeDueWork(ctx);
  await ctx.db.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ delivery: row.id })})`;
  return { id: deliveryId };
}
