import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { authoriseUnlocked } from "@/lib/incidents/authorise-unlocked";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { newId } from "@/lib/kernel/ids";
import { Failure } from "@/lib/kernel/errors";
import { resolveTarget } from "@/lib/outbox/outgoing/resolve";
import { lockAdministration } from "@/lib/timeline/administration";
import { append, timeIn } from "@/lib/timeline/append";
import { newText } from "@/lib/timeline/texts";
import type { WebhookDto } from "./dto";
import { toDto } from "./list-webhooks";
import type { WebhookInput } from "./schemas";
import { webhooksOf } from "@/lib/outbox/webhooks-of";

/**
 * Adds a webhook, for one incident or for all. Its address is checked now, and again at every message.
 * @param input.key of the incident; null: for all, which only an administrator may
 * @param input.listedHosts hosts inside the own network that may be reached
 * @throws Failure `invalid` for an address that may not be called, `conflict` for one that is set already
 */
export async function addWebhook(
  ctx: Context,
  {
    key,
    name,
    url,
    told,
    listedHosts,
  }: WebhookInput & { key: string | null; listedHosts: readonly string[] },
): Promise<WebhookDto> {
  if (key === null) authorise(ctx.actor, "settings.administer");
  else await authoriseUnlocked(ctx, key, "incident.webhook");
  // Before any lock: a slow name server holds up nobody else.
  const target = await resolveTarget(url, listedHosts);
  if (!target.ok)
    throw new Failure(target.code, target.message, { fields: [{ path: "url", message: target.message }] });
  const address = target.url.href;
  const incident = key === null ? null : (await lockIncident(ctx, key, "incident.webhook")).row;
  const audit = await lockAdministration(ctx);
  const same = (await webhooksOf(ctx, incident)).find((webhook) => webhook.url === address);
  if (same) throw new Failure("conflict", `This address is set already, as “${same.name}”.`);

  const at = timeIn(ctx, audit);
  const incidentId = incident?.id ?? null;
  const row = { id: newId(), name, url: address, told, incidentId, createdById: ctx.actor.id, createdAt: at };
  const webhook = await ctx.db.webhook.create({ data: row });
  const words = newText(name);
  const data = { webhookId: row.id, incidentId, name: words.ref, host: target.url.host };
  await append(ctx, audit, at, { kind: "webhook.added", data, texts: [words] });
  return toDto(webhook);
}
