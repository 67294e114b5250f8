import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";

/** For each version that is walked and is not the published one any more: the newer one. */
export const newerVersionsDto = z.object({
  newer: z.array(
    z.object({
      /** The version that a checklist is at. */
      versionId: id,
      runbookId: id,
      /** The published one, and its number. */
      newerId: id,
      number: z.int(),
      createdAt: moment,
      createdById: id.nullable(),
      /** What its author said about it. */
      why: z.string().nullable(),
    }),
  ),
});
export type NewerVersionsDto = z.infer<typeof newerVersionsDto>;
export type NewerVersion = NewerVersionsDto["newer"][number];
