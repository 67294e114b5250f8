import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/kernel/ids";
import { CHANNEL } from "@/lib/timeline/append";

export interface NewMessage {
  /** What it says; one of those that due work knows how to render. */
  kind: string;
  /** The incident and the entry it speaks about, if any. */
  incidentId: string | null;
  seq: number | null;
  webhookIds: readonly string[];
  /** Facts as they were when it was decided; ids, numbers and times, never words. */
  payload: Prisma.InputJsonObject;
  /** The one time of the verb. */
  at: Date;
}

/**
 * Decides, in the caller's transaction, that webhooks are told; delivery follows once it is committed.
 * @returns the ids of the messages, one a webhook: stable over every try
 */
export async function enqueue(ctx: Context, message: NewMessage): Promise<string[]> {
  const { kind, incidentId, seq, webhookIds, payload, at } = message;
  if (webhookIds.length === 0) return [];
  const rows = webhookIds.map((webhookId) => ({
    ...{ id: newId(), kind, incidentId, seq, webhookId, payload, state: "pending" as const, attempts: 0 },
    ...{ createdAt: at, nextAttemptAt: at },
  }));
  await ctx.db.outboxMessage.createMany({ data: rows });
  await wakeDueWork(ctx);
  return rows.map(({ id }) => id);
}

/** Has every instance look for work when this transaction commits. */
export async function wakeDueWork(ctx: Context): Promise<void> {
  await ctx.db.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ due: true })})`;
}
