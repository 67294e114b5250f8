import type { Context } from "@/lib/db/context";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { ownWebhook } from "./own-webhook";

/** Removes a webhook: nothing more is sent to it, also not what still waited. Its address is forgotten. */
export async function removeWebhook(
  ctx: Context,
  ask: { key: string | null; webhookId: string },
): Promise<{ id: string }> {
  const { id } = await ownWebhook(ctx, ask);
  const audit = await lockAdministration(ctx);
  const at = timeIn(ctx, audit);
  const { count } = await ctx.db.webhook.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: at, url: "https://removed.invalid/" },
  });
  if (count === 0) return { id };
  await ctx.db.outboxMessage.updateMany({
    where: { webhookId: id, state: "pending" },
    data: { state: "abandoned", endedAt: at, leasedUntil: null, lastError: "The webhook was removed." },
  });
  await append(ctx, audit, at, { kind: "webhook.removed", data: { webhookId: id } });
  return { id };
}
