import type { Context } from "@/lib/db/context";
import { orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import type { LockedIncident } from "./locked-incident";
import { decideLeave } from "./people.rules";

/**
 * Somebody takes part no longer.
 * @throws Failure `conflict` for the commander, who hands over first, and for who does not take part
 */
export async function endPart(ctx: Context, incident: LockedIncident, personId: string): Promise<Entry> {
  const { row, stream, at, facts } = incident;
  const people = { commanderId: row.commanderId, offeredToId: row.offeredToId };
  const { role } = orThrow(decideLeave({ ...people, participants: facts.participants, personId }));
  await ctx.db.participant.updateMany({
    where: { incidentId: row.id, personId, leftAt: null },
    data: { leftAt: at },
  });
  return append(ctx, stream, at, { kind: "person.left", data: { personId, role } });
}
