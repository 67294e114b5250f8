import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { lockIncident } from "@/lib/incidents/locked-incident";
import { Failure } from "@/lib/kernel/errors";

/**
 * Finds a webhook that the actor may change: one of all incidents, or one of the incident named.
 * @throws Failure `not_found` when it is not there, was removed, or belongs to another incident
 */
export async function ownWebhook(
  ctx: Context,
  { key, webhookId }: { key: string | null; webhookId: string },
): Promise<{ id: string; incidentId: string | null }> {
  const incidentId = key === null ? null : (await lockIncident(ctx, key, "incident.webhook")).row.id;
  if (incidentId === null) authorise(ctx.actor, "settings.administer");
  const webhook = await ctx.db.webhook.findFirst({
    where: { id: webhookId, incidentId, removedAt: null },
    select: { id: true, incidentId: true },
  });
  if (!webhook) throw new Failure("not_found", "There is no such webhook.");
  return webhook;
}
