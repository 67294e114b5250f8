import type { Context } from "@/lib/db/context";
import { roleOf } from "@/lib/auth/policy.rules";
import { orThrow } from "@/lib/kernel/errors";
import { tellOutside } from "@/lib/outbox/tell-outside";
import { append } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import { commanderActiveAt } from "./commander-active";
import { decideTake } from "./command.rules";
import type { Written } from "./dto";
import { giveCommand } from "./give-command";
import { lockIncident } from "./locked-incident";
import { personOf } from "./person-of";
import { checkPerson } from "./references";
import { written } from "./written";

/**
 * Takes command without being offered it: a deputy or manager at any time, a responder when the commander has not
 * been active for 10 minutes. An offer that stands is over.
 * @throws Failure `forbidden` for a responder while the commander is active; `conflict` for who commands already
 */
export async function takeCommand(
  ctx: Context,
  { key, reason }: { key: string; reason: string },
): Promise<Written> {
  const incident = await lockIncident(ctx, key, "command.take");
  const { row, stream, at, facts } = incident;
  const { id: to, accessRole } = personOf(ctx);
  const activeAt = (await commanderActiveAt(ctx, row))?.getTime() ?? null;
  const role = roleOf(ctx.actor, facts);
  orThrow(decideTake(row, { personId: to, accessRole, role, activeAt, now: at.getTime() }));
  await checkPerson(ctx, to);
  const from = row.commanderId;
  const why = newText(reason);

  await giveCommand(ctx, incident, to);
  const data = { from, to, reason: why.ref };
  const taken = await append(ctx, stream, at, { kind: "command.taken", data, texts: [why] });
  await tellOutside(ctx, incident, taken);
  return written(incident, taken);
}
