import type { Context } from "@/lib/db/context";
import { orThrow } from "@/lib/kernel/errors";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append } from "@/lib/timeline/append";
import { optionalText } from "@/lib/timeline/texts";
import { decideAnswer } from "./command.rules";
import type { Written } from "./dto";
import { giveCommand } from "./give-command";
import { lockIncident } from "./locked-incident";
import { personOf } from "./person-of";
import { checkPerson } from "./references";
import { updateIncident } from "./update-incident";
import { written } from "./written";

/**
 * Accepts command: from now on the actor commands.
 * @throws Failure `conflict` when command is not offered to the actor (any more)
 */
export async function acceptOffer(ctx: Context, { key }: { key: string }): Promise<Written> {
  const incident = await lockIncident(ctx, key, "command.answer");
  const { row, stream, at } = incident;
  const { id: to } = personOf(ctx);
  const { from } = orThrow(decideAnswer(row, to));
  await checkPerson(ctx, to);

  await giveCommand(ctx, incident, to);
  const accepted = await append(ctx, stream, at, { kind: "command.accepted", data: { from, to } });
  await tellOutside(ctx, incident, accepted);
  return written(incident, accepted);
}

/**
 * Declines command: the commander keeps it.
 * @throws Failure `conflict` when command is not offered to the actor (any more)
 */
export async function declineOffer(
  ctx: Context,
  { key, reason }: { key: string; reason: string | null },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "command.answer");
  const { row, stream, at } = incident;
  const { id: to } = personOf(ctx);
  const { from } = orThrow(decideAnswer(row, to));
  const why = optionalText(reason);

  await updateIncident(ctx, incident, { offeredToId: null, offeredAt: null });
  const data = { from, to, reason: why?.ref ?? null };
  return written(incident, await append(ctx, stream, at, { kind: "command.declined", data, texts: [why] }));
}
