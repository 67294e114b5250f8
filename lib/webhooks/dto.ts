import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import { webhookTold } from "./schemas";

/** A webhook as it may be shown: of its address only the host and the end. */
export const webhookDto = z.object({
  id,
  name: z.string(),
  told: webhookTold,
  host: z.string(),
  /** The last four characters of the address, to tell two of one host apart. */
  ending: z.string(),
  /** Null: for all incidents. */
  incidentId: id.nullable(),
  createdAt: moment,
  /** The last message that was tried or waits. */
  last: z
    .object({
      state: z.enum(["pending", "delivered", "abandoned"]),
      test: z.boolean(),
      at: moment,
      ms: z.int().nullable(),
      error: z.string().nullable(),
    })
    .nullable(),
});
export const webhooksDto = z.object({ webhooks: z.array(webhookDto) });
export type WebhookDto = z.infer<typeof webhookDto>;
export type WebhooksDto = z.infer<typeof webhooksDto>;

export const testedDto = z.object({ messageId: id });
