import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { readParse } from "@/lib/runbooks/read-parse";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { lockWalked } from "./lock-walked";
import { readNeeds } from "./read-needs";
import { readSource } from "./read-source";
import { scheduleOverrun } from "./schedule-overrun";
import { isOver } from "./step.rules";
import { dueAfter } from "./time-box.rules";

/** What a timer is for: a step, or (null) the checklist as a whole. */
export interface Target {
  checklistId: string;
  itemId: string | null;
}

/**
 * Starts the timer of a step or section, for as long as the runbook says.
 * @throws Failure `invalid` where nothing says how long, `conflict` when it runs already or the step is over
 */
export async function startTimeBox(ctx: Context, target: Target): Promise<Written> {
  const { checklistId, itemId } = target;
  const checklist = await ctx.db.checklist.findUnique({ where: { id: checklistId } });
  if (!checklist) throw new Failure("not_found", "There is no such checklist.");
  const incident = await lockWalked(ctx, checklist.streamId, "step.walk");
  const minutes = itemId === null ? await ofSection(ctx, checklist) : await ofStep(ctx, checklistId, itemId);
  if (minutes === null) throw new Failure("invalid", "The runbook gives no time for this.");
  if (await ctx.db.timeBox.findFirst({ where: { checklistId, itemId, endedAt: null }, select: { id: true } }))
    throw new Failure("conflict", "This timer runs already.");
  const joined = await ensureJoined(ctx, incident);
  return written(incident, ...joined, await runTimeBox(ctx, incident, target, minutes));
}

/** The same within another verb that knows how long: a section whose timer starts with it. */
export async function runTimeBox(
  ctx: Context,
  { row, stream, at }: LockedIncident,
  target: Target,
  minutes: number,
): Promise<Entry> {
  const timeBoxId = newId();
  const dueAt = new Date(dueAfter(at.getTime(), minutes));
  const data = { timeBoxId, ...target, minutes, dueAt: dueAt.toISOString() };
  const entry = await append(ctx, stream, at, { kind: "timebox.started", data });
  await ctx.db.timeBox.create({
    data: {
      ...{ id: timeBoxId, streamId: row.id, ...target, seq: entry.seq },
      ...{ startedById: ctx.actor.id, startedAt: at, dueAt },
    },
    select: { id: true },
  });
  await scheduleOverrun(ctx, row.id, timeBoxId, dueAt);
  return entry;
}

interface Pin {
  runbookVersionId: string | null;
  parserVersion: number | null;
  sectionKey: string | null;
}

async function ofSection(
  ctx: Context,
  { runbookVersionId, parserVersion, sectionKey }: Pin,
): Promise<number | null> {
  if (!runbookVersionId || !parserVersion) return null;
  const { sections } = await readParse(ctx, runbookVersionId, parserVersion);
  return sections.find(({ key }) => key === sectionKey)?.timeBoxMinutes ?? null;
}

async function ofStep(ctx: Context, checklistId: string, itemId: string): Promise<number | null> {
  const item = await ctx.db.checklistItem.findFirst({ where: { id: itemId, checklistId } });
  if (!item) throw new Failure("not_found", "There is no such step in this checklist.");
  if (isOver(item.state)) throw new Failure("conflict", "This step is over.");
  return (await readNeeds(ctx, item, await readSource(ctx, item))).minutes;
}
