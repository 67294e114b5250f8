import type { Context } from "@/lib/db/context";
import { orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { decideWithdraw } from "./command.rules";
import type { Written } from "./dto";
import { lockIncident } from "./locked-incident";
import { updateIncident } from "./update-incident";
import { written } from "./written";

/**
 * Takes an offer of command back.
 * @throws Failure `conflict` when there is none (any more): accepted, declined or taken back before
 */
export async function withdrawOffer(ctx: Context, { key }: { key: string }): Promise<Written> {
  const incident = await lockIncident(ctx, key, "command.offer");
  const { row, stream, at } = incident;
  const { from, to } = orThrow(decideWithdraw(row));

  await updateIncident(ctx, incident, { offeredToId: null, offeredAt: null });
  return written(incident, await append(ctx, stream, at, { kind: "command.withdrawn", data: { from, to } }));
}
