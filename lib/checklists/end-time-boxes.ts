import type { Context } from "@/lib/db/context";
import type { TimeBox } from "@/lib/db/generated/client";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { needlessOf } from "./needless.rules";
import { boxRef } from "./locked-time-box";
import { readSection } from "./read-needless";
import { scheduleOverrun } from "./schedule-overrun";
import { isOver } from "./step.rules";

/** Ends the timers of a checklist and its steps whose work is done; for verbs that have just moved a step. */
export async function endDoneTimeBoxes(
  ctx: Context,
  incident: LockedIncident,
  checklistId: string,
): Promise<Entry[]> {
  const running = await ctx.db.timeBox.findMany({
    where: { checklistId, endedAt: null },
    orderBy: { seq: "asc" },
  });
  if (running.length === 0) return [];
  const ended = await endedIn(ctx, checklistId);
  const done = running.filter(({ itemId }) => (itemId === null ? ended.all : ended.items.has(itemId)));
  return end(ctx, incident, done, "done");
}

/** Ends every timer of an incident that is over. */
export async function endAllTimeBoxes(ctx: Context, incident: LockedIncident): Promise<Entry[]> {
  const where = { streamId: incident.row.id, endedAt: null };
  const running = await ctx.db.timeBox.findMany({ where, orderBy: { seq: "asc" } });
  return end(ctx, incident, running, "incident_over");
}

/** Marks a timer ended; the caller says why on the timeline. */
export async function closeTimeBox(ctx: Context, { row, at }: LockedIncident, box: TimeBox): Promise<void> {
  await ctx.db.timeBox.update({
    where: { id: box.id, endedAt: null },
    data: { endedAt: at },
    select: { id: true },
  });
  await scheduleOverrun(ctx, row.id, box.id, null);
}

async function end(
  ctx: Context,
  incident: LockedIncident,
  boxes: readonly TimeBox[],
  because: "done" | "incident_over",
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const box of boxes) {
    await closeTimeBox(ctx, incident, box);
    const data = { ...boxRef(box), because, dueAt: box.dueAt.toISOString() };
    entries.push(await append(ctx, incident.stream, incident.at, { kind: "timebox.ended", data }));
  }
  return entries;
}

/**
 * Which steps of a checklist are over, failed ones, too, and whether all are that somebody has to do: of alternatives
 * one is enough.
 */
async function endedIn(ctx: Context, checklistId: string): Promise<{ items: Set<string>; all: boolean }> {
  const { items, ...list } = await ctx.db.checklist.findUniqueOrThrow({
    where: { id: checklistId },
    select: {
      ...{ runbookVersionId: true, parserVersion: true, sectionKey: true },
      items: {
        where: { left: false },
        orderBy: { position: "asc" },
        select: { id: true, parentId: true, state: true, stepKey: true },
      },
    },
  });
  const needless = needlessOf(await readSection(ctx, list), items);
  const over = new Set(items.flatMap(({ id, state }) => (isOver(state) ? [id] : [])));
  return { items: over, all: items.every(({ id }) => over.has(id) || needless.has(id)) };
}
