import { z } from "zod";
import { keyParams } from "@/lib/incidents/schemas";
import { id } from "@/lib/timeline/events/common";

/** Status updates only, or besides them each declaration, severity, command and move. */
export const webhookTold = z.enum(["updates", "all"]);
export type WebhookTold = z.infer<typeof webhookTold>;

const name = z
  .string()
  .trim()
  .min(1, "Name it after where the messages arrive, like #ops.")
  .max(80, "Keep the name under 80 characters.");
/** A secret: it is never shown again. */
const url = z.string().trim().min(1, "Paste the address of the incoming webhook.").max(2_000);

export const webhookInput = z.strictObject({ name, url, told: webhookTold.default("all") });
export type WebhookInput = z.output<typeof webhookInput>;

/** What is absent stays as it is. */
export const webhookChangeInput = z.strictObject({ name, url, told: webhookTold }).partial();
export type WebhookChangeInput = z.output<typeof webhookChangeInput>;

export const webhookParams = z.object({ webhookId: id });
export const incidentWebhookParams = keyParams.extend({ webhookId: id });
