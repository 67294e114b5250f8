import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { boxRef } from "./locked-time-box";
import { isOverrun } from "./time-box.rules";

/**
 * Puts every timer that has run out on the timeline, once for each due time.
 * For due work: one that was stopped, extended or noted meanwhile changes nothing.
 * @param incidentId of the incident
 */
export async function markOverrun(ctx: Context, incidentId: string): Promise<Written> {
  const incident = await lockIncident(ctx, incidentId, "step.mark_overrun");
  const { row, stream, at } = incident;
  const running = await ctx.db.timeBox.findMany({
    where: { streamId: row.id, endedAt: null, overrunAt: null },
    orderBy: { dueAt: "asc" },
  });
  const over = running.filter(({ dueAt }) =>
    isOverrun({ dueAt: dueAt.getTime(), overrunAt: null, endedAt: null }, at.getTime()),
  );
  const entries: Entry[] = [];
  for (const box of over) {
    await ctx.db.timeBox.update({
      where: { id: box.id, overrunAt: null, endedAt: null },
      data: { overrunAt: at },
      select: { id: true },
    });
    const data = { ...boxRef(box), dueAt: box.dueAt.toISOString() };
    entries.push(await append(ctx, stream, at, { kind: "timebox.overrun", data }));
  }
  return written(incident, ...entries);
}
