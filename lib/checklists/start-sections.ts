import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { readParse } from "@/lib/runbooks/read-parse";
import type { ParsedRunbook, ParsedSection, ParsedStep } from "@/lib/runbooks/parse/types";
import { append } from "@/lib/timeline/append";
import type { Entry, EventData } from "@/lib/timeline/events";
import { addCriteria } from "./add-criteria";
import { lockWalked } from "./lock-walked";
import { eventItem } from "./answer-decision";
import { chartOf } from "./chart.rules";
import { beginWalk } from "./flow.rules";
import type { StartInput } from "./schemas";
import { runTimeBox } from "./start-time-box";
import { startsByItself } from "./time-box.rules";

interface Pinned {
  runbookId: string;
  versionId: string;
  parserVersion: number;
  parsed: ParsedRunbook;
}

/**
 * Starts sections of a runbook as checklists of an incident, pinned to this version and parse. The first time a
 * version is used, its exit criteria become the incident's and its cadence counts for the clock.
 * @throws Failure `not_found` for a version that is not there, `invalid` for a section that has nothing to walk,
 *   `conflict` when every section asked for was started before
 */
export async function startRunbook(ctx: Context, input: StartInput & { key: string }): Promise<Written> {
  const incident = await lockWalked(ctx, input.key, "checklist.start");
  const entries = await startSections(ctx, incident, input);
  return written(incident, ...entries);
}

/** The same within another verb that holds the incident already (declaring with a runbook). */
export async function startSections(
  ctx: Context,
  incident: LockedIncident,
  input: StartInput,
): Promise<Entry[]> {
  const pinned = await pin(ctx, input.runbookVersionId);
  const before = await ctx.db.checklist.findMany({
    where: { streamId: incident.row.id },
    select: { runbookVersionId: true, sectionKey: true },
  });
  const sameVersion = before.filter((list) => list.runbookVersionId === pinned.versionId);
  const started = new Set(sameVersion.map((list) => list.sectionKey));
  const sections = chooseSections(pinned.parsed, input.sectionKeys).filter(({ key }) => !started.has(key));
  if (sections.length === 0) throw new Failure("conflict", "These sections are being walked already.");

  const entries = await ensureJoined(ctx, incident);
  const isFirstUse = sameVersion.length === 0;
  let cadenceMinutes = isFirstUse ? pinned.parsed.cadenceMinutes : null;
  if (cadenceMinutes !== null) {
    const moved = await moveClock(ctx, incident, { kind: "runbook_cadence_added", minutes: cadenceMinutes });
    entries.push(...moved.entries);
    await ctx.db.incident.update({
      where: { id: incident.row.id },
      data: moved.columns,
      select: { id: true },
    });
  }
  for (const [index, section] of sections.entries()) {
    const started = await startSection(ctx, incident, pinned, section, before.length + index, cadenceMinutes);
    entries.push(started.entry);
    cadenceMinutes = null;
    if (section.timeBoxMinutes !== null && startsByItself(section))
      entries.push(
        await runTimeBox(
          ctx,
          incident,
          { checklistId: started.checklistId, itemId: null },
          section.timeBoxMinutes,
        ),
      );
  }
  if (isFirstUse)
    entries.push(...(await addCriteria(ctx, incident, pinned.versionId, criteriaOf(pinned.parsed))));
  return entries;
}

async function pin(ctx: Context, versionId: string): Promise<Pinned> {
  const version = await ctx.db.runbookVersion.findUnique({
    where: { id: versionId },
    select: {
      runbookId: true,
      parses: { orderBy: { parserVersion: "desc" }, take: 1, select: { parserVersion: true } },
    },
  });
  const parserVersion = version?.parses[0]?.parserVersion;
  if (!version || parserVersion === undefined)
    throw new Failure("not_found", "This runbook version is not there.");
  return {
    runbookId: version.runbookId,
    versionId,
    parserVersion,
    parsed: await readParse(ctx, versionId, parserVersion),
  };
}

function chooseSections(parsed: ParsedRunbook, keys: readonly string[] | undefined): ParsedSection[] {
  const walkable = parsed.sections.filter((section) => stepsIn(section).length > 0 || section.flow !== null);
  if (!keys) {
    if (walkable.length === 0) throw new Failure("invalid", "This runbook has no steps to walk.");
    return walkable;
  }
  return keys.map((key) => {
    const section = walkable.find((candidate) => candidate.key === key);
    if (!section)
      throw new Failure("invalid", "A chosen section is not in this runbook version, or has no steps.");
    return section;
  });
}

async function startSection(
  ctx: Context,
  incident: LockedIncident,
  { runbookId, versionId, parserVersion }: Pinned,
  section: ParsedSection,
  position: number,
  cadenceMinutes: number | null,
): Promise<{ checklistId: string; entry: Entry }> {
  const checklistId = newId();
  const items = itemsOf(section);
  const pinnedTo = { runbookVersionId: versionId, parserVersion, sectionKey: section.key };
  await ctx.db.checklist.create({
    data: {
      id: checklistId,
      streamId: incident.row.id,
      ...pinnedTo,
      position,
      startedById: ctx.actor.id,
      startedAt: incident.at,
    },
    select: { id: true },
  });
  await ctx.db.checklistItem.createMany({
    data: items.map(({ title: _, ...item }, index) => ({
      ...item,
      checklistId,
      streamId: incident.row.id,
      position: index,
      state: "todo",
    })),
  });
  const entry = await append(ctx, incident.stream, incident.at, {
    kind: "checklist.started",
    data: { checklistId, runbookId, ...pinnedTo, title: null, cadenceMinutes, items },
  });
  return { checklistId, entry };
}

type EventItem = EventData<"checklist.started">["items"][number];

/** The steps of the section and the beginning of its chart, in the order of the source. */
function itemsOf(section: ParsedSection): EventItem[] {
  const steps = stepItems(section);
  const { flow } = section;
  const chart = flow ? [{ line: flow.lines.start, items: beginWalk(chartOf(flow)).map(eventItem) }] : [];
  return [...steps, ...chart].toSorted((a, b) => a.line - b.line).flatMap(({ items }) => items);
}

/** Each step becomes an item with an id of its own; parts point to the step they belong to. */
function stepItems(section: ParsedSection): { line: number; items: EventItem[] }[] {
  const ids = new Map<string, string>();
  return stepsIn(section).map((step) => {
    const id = newId();
    ids.set(step.key, id);
    const parentId = step.parentKey === null ? null : (ids.get(step.parentKey) ?? null);
    const item = {
      id,
      kind: "step" as const,
      stepKey: step.key,
      title: null,
      parentId,
      group: step.groupKey,
      branch: step.choiceKey,
      round: 1,
    };
    return { line: step.lines.start, items: [item] };
  });
}

function stepsIn(section: ParsedSection): ParsedStep[] {
  return section.items.filter((item) => item.type === "step");
}

function criteriaOf(parsed: ParsedRunbook) {
  return parsed.sections.flatMap((section) => section.items.filter((item) => item.type === "criterion"));
}
