import type { Context } from "@/lib/db/context";
import { orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import type { Written } from "./dto";
import { lockIncident, type LockedIncident } from "./locked-incident";
import { decideLeave } from "./people.rules";
import { personOf } from "./person-of";
import { written } from "./written";

/**
 * The actor takes part no longer.
 * @throws Failure `conflict` for the commander, who hands over first, and for who does not take part
 */
export async function leave(ctx: Context, { key }: { key: string }): Promise<Written> {
  return endPart(ctx, await lockIncident(ctx, key, "person.join"), personOf(ctx).id);
}

/**
 * Somebody takes part no longer, by the commander, the deputy or a manager.
 * @throws Failure as `leave`
 */
export async function removePerson(
  ctx: Context,
  { key, personId }: { key: string; personId: string },
): Promise<Written> {
  return endPart(ctx, await lockIncident(ctx, key, "person.remove"), personId);
}

async function endPart(ctx: Context, incident: LockedIncident, personId: string): Promise<Written> {
  const { row, stream, at, facts } = incident;
  const people = { commanderId: row.commanderId, offeredToId: row.offeredToId };
  const { role } = orThrow(decideLeave({ ...people, participants: facts.participants, personId }));
  await ctx.db.participant.updateMany({
    where: { incidentId: row.id, personId, leftAt: null },
    data: { leftAt: at },
  });
  const entry = await append(ctx, stream, at, { kind: "person.left", data: { personId, role } });
  return written(incident, entry);
}
