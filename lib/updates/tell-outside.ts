import type { Context } from "@/lib/db/context";
import type { LockedIncident } from "@/lib/incidents/locked-incident";
import { enqueue } from "@/lib/outbox/enqueue";
import type { Entry } from "@/lib/timeline/events";
import { webhooksOf } from "@/lib/webhooks/webhooks-of";

/**
 * Has an entry about an update delivered to every webhook of its incident. The message holds no words: they are read
 * when it is sent, so that what was redacted meanwhile does not leave the console.
 * @param facts what was decided now and is told as it was
 */
export async function tellOutside(
  ctx: Context,
  { row, at }: LockedIncident,
  entry: Entry,
  { nextDueAt }: { nextDueAt: Date | null },
): Promise<void> {
  const webhooks = await webhooksOf(ctx, row);
  await enqueue(ctx, {
    ...{ incidentId: row.id, seq: entry.seq, kind: entry.kind, at },
    webhookIds: webhooks.map(({ id }) => id),
    payload: { severity: row.severity, nextDueAt: nextDueAt?.toISOString() ?? null },
  });
}
