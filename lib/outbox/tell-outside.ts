import type { Context } from "@/lib/db/context";
import type { Incident } from "@/lib/db/generated/client";
import type { Entry } from "@/lib/timeline/events";
import { enqueue } from "./enqueue";
import { webhooksOf } from "./webhooks-of";

interface Told {
  row: Pick<Incident, "id" | "visibility" | "severity">;
  at: Date;
}

/**
 * Has an entry delivered to the webhooks of its incident: one about a status update to each, any other to those that
 * are told all. The message holds no words: they are read when it is sent, so that what was redacted meanwhile does
 * not leave the console.
 * @param incident.row its severity is told as it is now
 * @param facts what was decided now and is told as it was
 */
export async function tellOutside(
  ctx: Context,
  { row, at }: Told,
  entry: Entry,
  { nextDueAt = null }: { nextDueAt?: Date | null } = {},
): Promise<void> {
  const webhooks = await webhooksOf(ctx, row);
  const isUpdate = entry.kind.startsWith("update.");
  await enqueue(ctx, {
    ...{ incidentId: row.id, seq: entry.seq, kind: entry.kind, at },
    webhookIds: webhooks.filter(({ told }) => isUpdate || told === "all").map(({ id }) => id),
    payload: { severity: row.severity, nextDueAt: nextDueAt?.toISOString() ?? null },
  });
}
