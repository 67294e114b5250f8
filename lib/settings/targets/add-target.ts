import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { resolveTarget } from "@/lib/outbox/outgoing/resolve";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { TargetDto } from "./dto";
import { TARGETS_AT_MOST, toDto } from "./list-targets";
import type { TargetInput } from "./schemas";

/**
 * Names a place that checks of steps may ask. Its address is checked now, and again at every check.
 * @param input.listedHosts hosts inside the own network that may be reached
 * @throws Failure `invalid` for an address that may not be asked, `conflict` for a name that is taken
 */
export async function addTarget(
  ctx: Context,
  { listedHosts, ...input }: TargetInput & { listedHosts: readonly string[] },
): Promise<TargetDto> {
  authorise(ctx.actor, "settings.administer");
  // Before any lock: a slow name server holds up nobody else.
  const resolved = await resolveTarget(input.baseUrl, listedHosts);
  if (!resolved.ok) throw wrongAddress(resolved.message);
  const { url } = resolved;
  if (url.search || url.hash) throw wrongAddress("Leave out what follows the path: checks add their own.");
  const audit = await lockAdministration(ctx);
  const at = timeIn(ctx, audit);
  const there = await ctx.db.checkTarget.findMany({ where: { removedAt: null }, select: { name: true } });
  if (there.some(({ name }) => name === input.name))
    throw new Failure("conflict", `There is a target ${input.name} already.`);
  if (there.length >= TARGETS_AT_MOST)
    throw new Failure("conflict", `There are ${TARGETS_AT_MOST} targets. Remove some first.`);

  const { name, kind } = input;
  const row = await ctx.db.checkTarget.create({
    data: {
      ...{ id: newId(), name, kind, baseUrl: url.href, secret: input.secret || null },
      ...{ createdById: ctx.actor.id, createdAt: at },
    },
  });
  const words = newText(name);
  await append(ctx, audit, at, {
    kind: "target.added",
    data: { targetId: row.id, name: words.ref, kind, host: url.host },
    texts: [words],
  });
  return toDto(row);
}

function wrongAddress(message: string): Failure {
  return new Failure("invalid", message, { fields: [{ path: "baseUrl", message }] });
}
