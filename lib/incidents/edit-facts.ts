import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { severity } from "@/lib/timeline/events/common";
import type { Written } from "./dto";
import { factWriters, type FactWrite } from "./fact-writers";
import { decideFacts, type Changes, type Facts } from "./facts.rules";
import { lockIncident, type LockedIncident } from "./locked-incident";
import { checkEnvironment, checkServices } from "./references";
import { written } from "./written";

/**
 * Puts facts of an incident right: one entry for each, all with the same reason.
 * @throws Failure `conflict` when a fact is no longer what the person saw; `invalid` without a reason, for a time in
 *   the future, or for an environment or service that is not there
 */
export async function editFacts(
  ctx: Context,
  { key, changes, reason }: { key: string; changes: Changes; reason: string | null },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "incident.edit");
  if (changes.visibility) authorise(ctx.actor, "incident.change_visibility", incident.facts);
  const current = await readFacts(ctx, incident);
  const { changed } = orThrow(decideFacts(current, changes, { reason, now: incident.at }));
  if (changes.environmentId) await checkEnvironment(ctx, changes.environmentId.to);
  // A service that has been archived since may stay.
  await checkServices(
    ctx,
    (changes.serviceIds?.to ?? []).filter((id) => !current.serviceIds.includes(id)),
  );

  const entries: Entry[] = [];
  let columns: FactWrite["columns"] = {};
  for (const name of changed) {
    const write = await writeFact(name, ctx, incident, changes, reason);
    columns = { ...columns, ...write.columns };
    entries.push(...(write.before ?? []));
    const entry = await append(ctx, incident.stream, incident.at, write.entry);
    entries.push(entry);
    if (name === "severity") await tellSeverity(ctx, incident, entry, write);
  }
  const { count } = await ctx.db.incident.updateMany({
    where: { id: incident.row.id, status: incident.row.status, severity: incident.row.severity },
    data: columns,
  });
  if (count !== 1) throw new Failure("conflict", "Somebody else changed it at the same moment. Try again.");
  return written(incident, ...entries);
}

/** Told with the severity and the due time that hold from now on. */
async function tellSeverity(
  ctx: Context,
  { row, at }: LockedIncident,
  entry: Entry,
  { columns }: FactWrite,
): Promise<void> {
  if (entry.kind !== "incident.severity_changed") return;
  const nextDueAt = columns.dueAt instanceof Date ? columns.dueAt : null;
  await tellOutside(ctx, { row: { ...row, severity: entry.data.to }, at }, entry, { nextDueAt });
}

async function writeFact<F extends keyof Facts>(
  name: F,
  ctx: Context,
  incident: LockedIncident,
  changes: Changes,
  reason: string | null,
): Promise<FactWrite> {
  const change = changes[name];
  if (!change) throw new Error(`No change of ${name} was asked for`);
  return factWriters[name](ctx, incident, change, reason);
}

async function readFacts(ctx: Context, { row }: LockedIncident): Promise<Facts> {
  const services = await ctx.db.incidentService.findMany({
    where: { incidentId: row.id },
    select: { serviceId: true },
  });
  const callLink = row.callLinkTextId
    ? await ctx.db.entryText.findUnique({ where: { id: row.callLinkTextId }, select: { text: true } })
    : null;
  return {
    title: row.title,
    severity: severity.parse(row.severity),
    environmentId: row.environmentId,
    serviceIds: services.map(({ serviceId }) => serviceId).sort(),
    startedAt: row.startedAt,
    detection: { at: row.detectedAt, by: row.detection },
    callLink: callLink?.text ?? null,
    visibility: row.visibility,
  };
}
