import type { Context } from "@/lib/db/context";
import { markOverrun } from "@/lib/checklists/mark-overrun";
import { noteUnansweredOffer } from "@/lib/incidents/note-unanswered-offer";
import { markMissed } from "@/lib/updates/mark-missed";

/**
 * What falls due, and the verb that decides it. Each locks the incident's stream and looks at its state again, so
 * that an item which comes twice, or too late, changes nothing.
 */
export type DueHandlers = Readonly<Record<string, (ctx: Context, incidentId: string) => Promise<unknown>>>;

export const dueHandlers: DueHandlers = {
  /** An update may have been missed; the verb puts the next such moment into the same row. */
  clock: markMissed,
  /** An offer of command may still stand unanswered. */
  offer: noteUnansweredOffer,
  /** The timer of a step or section may have run out. */
  time_box: markOverrun,
};
