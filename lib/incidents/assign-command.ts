import type { Context } from "@/lib/db/context";
import { orThrow } from "@/lib/kernel/errors";
import { append } from "@/lib/timeline/append";
import { decideAssign } from "./command.rules";
import type { Written } from "./dto";
import { lockIncident } from "./locked-incident";
import { checkPerson } from "./references";
import { takePart } from "./take-part";
import { updateIncident } from "./update-incident";
import { written } from "./written";

/**
 * Asks somebody to command an incident that nobody has acknowledged yet; they take part from now on.
 * @throws Failure `conflict` once somebody has acknowledged; `invalid` for a person who cannot command
 */
export async function assignCommand(
  ctx: Context,
  { key, personId }: { key: string; personId: string },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "command.assign");
  const { row, stream, at } = incident;
  orThrow(decideAssign(row, personId));
  await checkPerson(ctx, personId);
  const data = { from: row.commanderId, to: personId };

  await takePart(ctx, incident, personId, "responder");
  await updateIncident(ctx, incident, { commanderId: personId });
  return written(incident, await append(ctx, stream, at, { kind: "command.assigned", data }));
}
