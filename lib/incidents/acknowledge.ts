import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append } from "@/lib/timeline/append";
import { decideAcknowledge } from "./command.rules";
import type { Written } from "./dto";
import { lockIncident } from "./locked-incident";
import { personOf } from "./person-of";
import { checkPerson } from "./references";
import { takePart } from "./take-part";
import { updateIncident } from "./update-incident";
import { written } from "./written";

/**
 * "I have command": the actor becomes commander and the incident is being investigated.
 * @throws Failure `conflict` when somebody acknowledged first, with who and when in its details
 */
export async function acknowledge(ctx: Context, { key }: { key: string }): Promise<Written> {
  const incident = await lockIncident(ctx, key, "command.acknowledge");
  const { row, stream, at } = incident;
  const { id: personId } = personOf(ctx);
  const answer = decideAcknowledge(row);
  if (!answer.ok) {
    const first = { commanderId: row.commanderId, at: row.acknowledgedAt?.toISOString() ?? null };
    throw new Failure(answer.code, answer.message, first);
  }
  await checkPerson(ctx, personId);
  const data = { from: row.commanderId, to: personId };

  await takePart(ctx, incident, personId, "responder");
  await updateIncident(ctx, incident, {
    status: "investigating",
    statusSince: at,
    acknowledgedAt: at,
    commanderId: personId,
    commandSince: at,
    offeredToId: null,
    offeredAt: null,
  });
  const acknowledged = await append(ctx, stream, at, { kind: "command.acknowledged", data });
  await tellOutside(ctx, incident, acknowledged);
  return written(incident, acknowledged);
}
