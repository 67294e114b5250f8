import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { findVisible } from "@/lib/incidents/find-visible";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { moveClock } from "@/lib/incidents/move-clock";
import { decideCancel } from "@/lib/incidents/status.rules";
import { updateIncident } from "@/lib/incidents/update-incident";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { CancelInput } from "./schemas";

/**
 * Cancels an incident that has not been resolved: a false alarm, or merged into another one.
 * @throws Failure `conflict` once it is resolved or over; `not_found` for an incident to merge into that the actor
 *   may not know of; `invalid` for merging into itself
 */
export async function cancel(
  ctx: Context,
  { key, reason, mergedInto }: CancelInput & { key: string },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "incident.cancel");
  const { row, stream, at } = incident;
  orThrow(decideCancel(row.status));
  const other = mergedInto ? await findVisible(ctx, mergedInto) : null;
  if (other?.id === row.id)
    throw new Failure("invalid", "An incident cannot be merged into itself. Choose another.");
  const why = newText(reason);
  const data = { from: row.status, reason: why.ref, mergedIntoId: other?.id ?? null };

  const stopped = await moveClock(ctx, incident, { kind: "cancelled" });
  await updateIncident(ctx, incident, {
    ...{ status: "cancelled", statusSince: at, cancelledAt: at, mergedIntoId: data.mergedIntoId },
    ...{ offeredToId: null, offeredAt: null, ...stopped.columns },
  });
  const cancelled = await append(ctx, stream, at, { kind: "incident.cancelled", data, texts: [why] });
  return written(incident, ...stopped.entries, cancelled);
}
