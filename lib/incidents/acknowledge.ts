import type { Context } from "@/lib/db/context";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { decideAcknowledge } from "./command.rules";
import type { Written } from "./dto";
import { lockIncident } from "./locked-incident";

/**
 * "I have command": the actor becomes commander and the incident is being investigated.
 * @throws Failure `conflict` when somebody acknowledged first, and says who
 */
export async function acknowledge(ctx: Context, { key }: { key: string }): Promise<Written> {
  const incident = await lockIncident(ctx, key, "command.acknowledge");
  const { row, stream, at } = incident;
  const personId = ctx.actor.id;
  if (!personId) throw new Failure("forbidden", "Only a person can take command.");
  orThrow(decideAcknowledge({ status: row.status, commanderId: row.commanderId, actorId: personId }));

  await ctx.db.incident.update({
    where: { id: row.id, status: "declared" },
    data: {
      status: "investigating",
      statusSince: at,
      acknowledgedAt: at,
      commanderId: personId,
      commandSince: row.commanderId === personId ? row.commandSince : at,
      offeredToId: null,
      offeredAt: null,
    },
    select: { id: true },
  });
  await ctx.db.participant.upsert({
    where: { incidentId_personId: { incidentId: row.id, personId } },
    create: { incidentId: row.id, personId, role: "responder", joinedAt: at },
    update: { role: "responder", leftAt: null },
    select: { personId: true },
  });
  const data = { from: row.commanderId, to: personId };
  const entry = await append(ctx, stream, at, { kind: "command.acknowledged", data });
  return { id: row.id, key: row.key, entries: [entry] };
}
