import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { written } from "@/lib/incidents/written";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { ParsedRunbook, ParsedSection } from "@/lib/runbooks/parse/types";
import { append } from "@/lib/timeline/append";
import type { Entry, EventData } from "@/lib/timeline/events";
import { addCadence } from "./add-cadence";
import { addCriteria } from "./add-criteria";
import { lockWalked } from "./lock-walked";
import { chartOf } from "./chart.rules";
import { beginWalk } from "./flow.rules";
import { newCriteria } from "./new-criteria";
import { pinVersion, type Pinned } from "./pin-version";
import type { StartInput } from "./schemas";
import { isWalkable, itemsOf } from "./section-items.rules";
import { runTimeBox } from "./start-time-box";
import { startsByItself } from "./time-box.rules";

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
  const pinned = await pinVersion(ctx, input.runbookVersionId);
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
  entries.push(...(await addCadence(ctx, incident, cadenceMinutes)));
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
  if (isFirstUse) {
    const criteria = await newCriteria(ctx, incident, pinned.parsed);
    entries.push(...(await addCriteria(ctx, incident, pinned.versionId, criteria)));
  }
  return entries;
}

function chooseSections(parsed: ParsedRunbook, keys: readonly string[] | undefined): ParsedSection[] {
  const walkable = parsed.sections.filter(isWalkable);
  if (!keys) {
    if (walkable.length === 0) throw new Failure("invalid", "This runbook has no steps to walk.");
    return walkable;
  }
  return [...new Set(keys)].map((key) => {
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
  const items = freshItems(section);
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

/** The steps of the section and the beginning of its chart, each an item with an id of its own. */
function freshItems(section: ParsedSection): EventItem[] {
  const ids = new Map<string, string>();
  const walk = section.flow ? beginWalk(chartOf(section.flow)) : [];
  return itemsOf(section, walk).map(({ parentKey, ...item }) => {
    const id = newId();
    ids.set(item.stepKey, id);
    return { id, title: null, parentId: parentKey === null ? null : (ids.get(parentKey) ?? null), ...item };
  });
}
