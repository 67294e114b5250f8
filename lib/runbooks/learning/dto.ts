import { z } from "zod";
import { id, moment } from "@/lib/timeline/events/common";

const count = z.int().nonnegative();
/** Milliseconds; null where it was walked too rarely to say. */
const length = z.number().nonnegative().nullable();

/** What real incidents say of a runbook. It counts those that the reader may not see, too, and names none. */
export const figuresDto = z.object({
  runbookId: id,
  /** In how many incidents something of it was walked. */
  walked: count,
  lastWalkedAt: moment.nullable(),
  helped: z.object({ yes: count, partly: count, no: count, not_used: count }),
  sections: z.array(z.object({ key: z.string(), walked: count })),
  steps: z.array(
    z.object({
      key: z.string(),
      walked: count,
      done: count,
      skipped: count,
      failed: count,
      medianMs: length,
      ninetiethMs: length,
      /** The version since which the step is as it is; null: since the first. */
      since: z.int().nullable(),
    }),
  ),
});
export type FiguresDto = z.infer<typeof figuresDto>;
