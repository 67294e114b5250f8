import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { authoriseUnlocked } from "@/lib/incidents/authorise-unlocked";
import { Failure } from "@/lib/kernel/errors";
import { resolveTarget } from "@/lib/outbox/outgoing/resolve";
import { webhooksOf } from "@/lib/outbox/webhooks-of";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { WebhookDto } from "./dto";
import { toDto } from "./list-webhooks";
import { ownWebhook } from "./own-webhook";
import type { WebhookChangeInput } from "./schemas";

type Ask = WebhookChangeInput & { key: string | null; webhookId: string };

/**
 * Changes what a webhook is called, what it is told, or where it leads. What still waits goes to the new address.
 * @param listedHosts hosts inside the own network that may be reached
 * @throws Failure `invalid` for an address that may not be called, `conflict` for one that is set already,
 *   `not_found` as for `ownWebhook`
 */
export async function changeWebhook(
  ctx: Context,
  { listedHosts, ...ask }: Ask & { listedHosts: readonly string[] },
): Promise<WebhookDto> {
  if (ask.key === null) authorise(ctx.actor, "settings.administer");
  else await authoriseUnlocked(ctx, ask.key, "incident.webhook");
  // Before any lock: a slow name server holds up nobody else.
  const target = ask.url === undefined ? null : await resolveTarget(ask.url, listedHosts);
  if (target && !target.ok)
    throw new Failure(target.code, target.message, { fields: [{ path: "url", message: target.message }] });
  const { id, incidentId } = await ownWebhook(ctx, ask);
  const audit = await lockAdministration(ctx);
  const before = await ctx.db.webhook.findUniqueOrThrow({ where: { id } });
  const after = {
    name: ask.name ?? before.name,
    told: ask.told ?? before.told,
    url: target?.url.href ?? before.url,
  };
  const moves = after.url !== before.url;
  const same = moves && (await toldBeside(ctx, incidentId)).find(({ url }) => url === after.url);
  if (same) throw new Failure("conflict", `This address is set already, as “${same.name}”.`);
  if (after.name === before.name && after.told === before.told && !moves) return toDto(before);

  const { count } = await ctx.db.webhook.updateMany({ where: { id, removedAt: null }, data: after });
  if (count === 0) throw new Failure("not_found", "There is no such webhook.");
  const name = after.name === before.name ? null : { from: newText(before.name), to: newText(after.name) };
  await append(ctx, audit, timeIn(ctx, audit), {
    kind: "webhook.changed",
    data: {
      webhookId: id,
      name: name && { from: name.from.ref, to: name.to.ref },
      told: after.told === before.told ? null : { from: before.told, to: after.told },
      host: moves ? { from: new URL(before.url).host, to: new URL(after.url).host } : null,
    },
    texts: [name?.from ?? null, name?.to ?? null],
  });
  return toDto({ ...before, ...after });
}

/** What is told of the same incident, or of all. */
async function toldBeside(ctx: Context, incidentId: string | null) {
  if (incidentId === null) return webhooksOf(ctx, null);
  const select = { id: true, visibility: true } as const;
  return webhooksOf(ctx, await ctx.db.incident.findUniqueOrThrow({ where: { id: incidentId }, select }));
}
