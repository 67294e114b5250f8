import { z } from "zod";
import { id, moment, textRef } from "./common";

/** Of a step, or (null) of the whole checklist. */
const box = { timeBoxId: id, checklistId: id, itemId: id.nullable() };

/** Timers of steps and sections. */
export const timeBoxEvents = {
  "timebox.started": z.strictObject({ ...box, minutes: z.number().positive(), dueAt: moment }),
  "timebox.extended": z.strictObject({ ...box, from: moment, to: moment, reason: textRef }),
  /** It ran out while it was running; once for each due time. */
  "timebox.overrun": z.strictObject({ ...box, dueAt: moment }),
  "timebox.stopped": z.strictObject({ ...box, reason: textRef }),
  /** Ended by itself: what it was for is done, or the incident is over. */
  "timebox.ended": z.strictObject({ ...box, because: z.enum(["done", "incident_over"]), dueAt: moment }),
} as const;
