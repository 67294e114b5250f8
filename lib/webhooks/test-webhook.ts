import type { Context } from "@/lib/db/context";
import { enqueue } from "@/lib/outbox/enqueue";
import { TEST_MESSAGE } from "./messages";
import { ownWebhook } from "./own-webhook";

/** Sends a test message; the list of webhooks says what became of it. */
export async function testWebhook(
  ctx: Context,
  ask: { key: string | null; webhookId: string },
): Promise<{ messageId: string }> {
  const { id, incidentId } = await ownWebhook(ctx, ask);
  const [messageId = ""] = await enqueue(ctx, {
    ...{ kind: TEST_MESSAGE, incidentId, seq: null, webhookIds: [id], payload: {}, at: ctx.clock.now() },
  });
  return { messageId };
}
