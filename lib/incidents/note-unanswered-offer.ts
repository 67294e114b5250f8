import type { Context } from "@/lib/db/context";
import { append } from "@/lib/timeline/append";
import type { Written } from "./dto";
import { lockIncident } from "./locked-incident";
import { OFFER_MS } from "./command.rules";
import { written } from "./written";

/**
 * Puts on the timeline, once an offer, that nobody has answered for three minutes. The offer stands.
 * For due work: an offer that is over or was noted before changes nothing.
 * @param incidentId of the incident
 */
export async function noteUnansweredOffer(ctx: Context, incidentId: string): Promise<Written> {
  const incident = await lockIncident(ctx, incidentId, "incident.read");
  const { row, stream, at } = incident;
  const { commanderId: from, offeredToId: to, offeredAt } = row;
  if (!from || !to || !offeredAt || at.getTime() < offeredAt.getTime() + OFFER_MS) return written(incident);
  const noted = await ctx.db.timelineEntry.findFirst({
    where: { streamId: row.id, kind: "command.offer_unanswered", at: { gte: offeredAt } },
    select: { seq: true },
  });
  if (noted) return written(incident);
  const entry = await append(ctx, stream, at, { kind: "command.offer_unanswered", data: { from, to } });
  return written(incident, entry);
}
