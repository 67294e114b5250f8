import { holdResponder, isHeldResponder } from "@/lib/auth/lock-person";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import { decideReopen } from "@/lib/incidents/status.rules";
import { takePart } from "@/lib/incidents/take-part";
import { updateIncident } from "@/lib/incidents/update-incident";
import { written } from "@/lib/incidents/written";
import { orThrow } from "@/lib/kernel/errors";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { severity } from "@/lib/timeline/events/common";
import { newText } from "@/lib/timeline/texts";

/**
 * Opens an incident again: it is being investigated, and an update is due one interval from now. Where nobody has
 * command, or whoever had it cannot any more, who reopens takes it. An earlier sign-off stays with its version.
 * @throws Failure `conflict` for an incident that is open, or was merged into another
 */
export async function reopen(
  ctx: Context,
  { key, reason }: { key: string; reason: string },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "incident.reopen");
  const { row, stream, at } = incident;
  orThrow(decideReopen(row.status, row.mergedIntoId));
  const why = newText(reason);
  const data = { from: row.status, reason: why.ref };

  const running = await moveClock(ctx, incident, {
    kind: "reopened",
    severity: severity.parse(row.severity),
  });
  await updateIncident(ctx, incident, {
    ...{ status: "investigating", statusSince: at, resolvedAt: null, closedAt: null, cancelledAt: null },
    ...running.columns,
  });
  const reopened = await append(ctx, stream, at, { kind: "incident.reopened", data, texts: [why] });
  await tellOutside(ctx, incident, reopened, { nextDueAt: running.columns.dueAt });
  return written(incident, ...running.entries, reopened, ...(await someoneCommands(ctx, incident, reason)));
}

/**
 * Of a cancelled incident somebody may only have been asked to command, or nobody, and once it was over its commander's
 * account could be closed; an open one has exactly one, who can command.
 */
async function someoneCommands(ctx: Context, incident: LockedIncident, reason: string): Promise<Entry[]> {
  const { row, stream, at } = incident;
  const from = row.commandSince && row.commanderId;
  if (from !== null && (await isHeldResponder(ctx, from))) return [];
  if (ctx.actor.kind !== "person") return [];
  await holdResponder(ctx, ctx.actor.id);
  const why = newText(reason);
  const data = { from, to: ctx.actor.id, reason: why.ref };
  await takePart(ctx, incident, ctx.actor.id, "responder");
  await updateIncident(ctx, incident, { commanderId: ctx.actor.id, commandSince: at });
  return [await append(ctx, stream, at, { kind: "command.taken", data, texts: [why] })];
}
