import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import { rotReason } from "./schemas";

export const rotPageDto = z.object({
  runbooks: z.array(
    z.object({
      id,
      slug: z.string(),
      title: z.string(),
      /** 1 to 100, the worst first. */
      score: z.int(),
      reasons: z.array(rotReason),
      reckonedAt: moment,
    }),
  ),
  next: id.nullable(),
});
export type RotPageDto = z.infer<typeof rotPageDto>;

export const unansweredDto = z.object({
  alerts: z.array(z.object({ name: z.string(), count: z.int(), lastAt: moment })),
});
export type UnansweredDto = z.infer<typeof unansweredDto>;
