import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";
import type { Entry } from "@/lib/timeline/events";

/** An entry as it goes over the wire; `data` has the shape that its kind says (docs/timeline.md). */
export const entryDto = z.object({
  streamId: id,
  seq: z.int().positive(),
  kind: z.string(),
  version: z.int().positive(),
  actor: z.object({ kind: z.enum(["person", "token", "system"]), id: id.nullable(), via: z.string() }),
  at: moment,
  occurredAt: moment.nullable(),
  data: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.string().nullable()),
}) as unknown as z.ZodType<Entry>;

/** What every write to an incident answers: the entries it made, to be applied with the shared fold. */
export const writtenDto = z.object({ id, key: z.string(), entries: z.array(entryDto) });
export type Written = z.infer<typeof writtenDto>;
