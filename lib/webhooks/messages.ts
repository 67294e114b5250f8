import type { MessageKinds } from "@/lib/outbox/message-kinds";
import { slackTest } from "@/lib/outbox/channels/slack.rules";

export const TEST_MESSAGE = "webhook.test";

/**
 * The test of a webhook: tried once, so that its answer is told at once.
 * @param publicUrl the console's own address
 */
export function webhookMessages(publicUrl: string): MessageKinds {
  return {
    [TEST_MESSAGE]: {
      retries: false,
      render: async ({ db }, { webhookId }) => {
        const { name } = await db.webhook.findUniqueOrThrow({
          where: { id: webhookId },
          select: { name: true },
        });
        return slackTest(name, publicUrl);
      },
    },
  };
}
