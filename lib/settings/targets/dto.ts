import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import { targetKind } from "./schemas";

/** Where checks may ask, without the secret. */
export const targetDto = z.object({
  id,
  name: z.string(),
  kind: targetKind,
  baseUrl: z.string(),
  hasSecret: z.boolean(),
  createdAt: moment,
});
export const targetsDto = z.object({ targets: z.array(targetDto) });
export type TargetDto = z.infer<typeof targetDto>;
export type TargetsDto = z.infer<typeof targetsDto>;
