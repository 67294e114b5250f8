import { endAllTimeBoxes } from "@/lib/checklists/end-time-boxes";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { findVisible } from "@/lib/incidents/find-visible";
import { lockIncident, type LockedIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import { decideCancel, decideMergeInto } from "@/lib/incidents/status.rules";
import { updateIncident } from "@/lib/incidents/update-incident";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append, lockStream } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { CancelInput } from "./schemas";

/**
 * Cancels an incident that has not been resolved: a false alarm, or merged into another one, whose timeline says so.
 * @throws Failure `conflict` once it is resolved or over, or for merging into a cancelled one; `not_found` for an
 *   incident to merge into that the actor may not know of; `invalid` for merging into itself
 */
export async function cancel(
  ctx: Context,
  { key, reason, mergedInto }: CancelInput & { key: string },
): Promise<Written> {
  if (mergedInto) await lockBoth(ctx, key, mergedInto);
  const incident = await lockIncident(ctx, key, "incident.cancel");
  const { row, stream, at } = incident;
  orThrow(decideCancel(row.status));
  const into = mergedInto ? await lockIncident(ctx, mergedInto, "incident.read") : null;
  if (into) orThrow(decideMergeInto(into.row));
  const why = newText(reason);
  const data = { from: row.status, reason: why.ref, mergedIntoId: into?.row.id ?? null };

  const stopped = await moveClock(ctx, incident, { kind: "cancelled" });
  await updateIncident(ctx, incident, {
    ...{ status: "cancelled", statusSince: at, cancelledAt: at, mergedIntoId: data.mergedIntoId },
    ...{ offeredToId: null, offeredAt: null, ...stopped.columns },
  });
  const cancelled = await append(ctx, stream, at, { kind: "incident.cancelled", data, texts: [why] });
  const timers = await endAllTimeBoxes(ctx, incident);
  await tellOutside(ctx, incident, cancelled);
  if (into) await tell(ctx, into, row.id);
  return written(incident, ...stopped.entries, cancelled, ...timers);
}

/** In the order of their ids, whichever is merged: two that are merged into each other do not block each other. */
async function lockBoth(ctx: Context, key: string, into: string): Promise<void> {
  const { id } = await findVisible(ctx, key);
  const other = await findVisible(ctx, into);
  if (id === other.id)
    throw new Failure("invalid", "An incident cannot be merged into itself. Choose another.");
  for (const streamId of [id, other.id].sort()) await lockStream(ctx, streamId);
}

/** The reason stays where it was given: who sees this incident may not see the other. */
async function tell(ctx: Context, { stream, at }: LockedIncident, incidentId: string): Promise<void> {
  await append(ctx, stream, at, { kind: "incident.absorbed", data: { incidentId } });
}
