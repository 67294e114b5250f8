import type { Context } from "@/lib/db/context";
import type { ChecklistItem } from "@/lib/db/generated/client";
import { tellWhoWasFirst } from "@/lib/incidents/first-comer";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { Failure } from "@/lib/kernel/errors";
import { readParse } from "@/lib/runbooks/read-parse";
import { lockWalked } from "./lock-walked";
import type { Pinned } from "./pin-version";
import { readBegun } from "./read-begun";
import type { SwitchedItem } from "./switch.rules";

/** A checklist that is a section of a runbook, with its items in order and the parse it is pinned to. */
export interface SwitchedList extends Pinned {
  id: string;
  streamId: string;
  sectionKey: string;
  items: SwitchedItem[];
}

/**
 * Locks the incident of a checklist that is to be switched, and reads the list as it is under the lock.
 * @param input.expected the version that the person saw it at
 * @throws Failure `not_found`; `invalid` for one that is of no runbook; `conflict` when it was switched meanwhile
 */
export async function lockSwitched(
  ctx: Context,
  { checklistId, expected }: { checklistId: string; expected: string },
): Promise<{ incident: LockedIncident; list: SwitchedList }> {
  const known = await ctx.db.checklist.findUnique({
    where: { id: checklistId },
    select: { streamId: true },
  });
  if (!known) throw new Failure("not_found", "There is no such checklist.");
  const incident = await lockWalked(ctx, known.streamId, "checklist.start");
  const { items, ...row } = await ctx.db.checklist.findUniqueOrThrow({
    where: { id: checklistId },
    include: { items: { orderBy: { position: "asc" } } },
  });
  const { runbookVersionId: versionId, parserVersion, sectionKey } = row;
  if (!versionId || parserVersion === null || sectionKey === null)
    throw new Failure("invalid", "This checklist is of no runbook.");
  const version = await ctx.db.runbookVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { runbookId: true, number: true },
  });
  if (versionId !== expected) return tellWhoSwitched(ctx, incident, checklistId, version.number);
  const parsed = await readParse(ctx, versionId, parserVersion);
  const list = {
    id: checklistId,
    streamId: row.streamId,
    sectionKey,
    versionId,
    parserVersion,
    parsed,
    ...version,
  };
  const begun = await readBegun(ctx, checklistId);
  return { incident, list: { ...list, items: items.map((item) => switchedItem(item, begun)) } };
}

async function tellWhoSwitched(
  ctx: Context,
  { row, at }: LockedIncident,
  checklistId: string,
  number: number,
): Promise<never> {
  const last = await ctx.db.timelineEntry.findFirst({
    where: { streamId: row.id, kind: "checklist.switched", data: { contains: checklistId } },
    orderBy: { seq: "desc" },
    select: { actorId: true, at: true },
  });
  const first = { personId: last?.actorId ?? null, at: last?.at ?? null };
  return tellWhoWasFirst(ctx, at, { ...first, did: `switched it to version ${number}` });
}

function switchedItem(row: ChecklistItem, begun: ReadonlySet<string>): SwitchedItem {
  const { id, kind, stepKey, round, left } = row;
  const answer = row.answerTo === null ? null : { to: row.answerTo, label: row.answerLabel };
  return { id, kind, stepKey, round, left, answer, begun: begun.has(id) };
}
