import { z } from "zod";
import { keyParams } from "@/lib/incidents/schemas";
import { id } from "@/lib/timeline/events/common";

export const webhookInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Name it after where the messages arrive, like #ops.")
    .max(80, "Keep the name under 80 characters."),
  /** A secret: it is never shown again. */
  url: z.string().trim().min(1, "Paste the address of the incoming webhook.").max(2_000),
});
export type WebhookInput = z.output<typeof webhookInput>;

export const webhookParams = z.object({ webhookId: id });
export const incidentWebhookParams = keyParams.extend({ webhookId: id });
