import type { BaseContext, Context } from "@/lib/db/context";
import { inTransaction } from "@/lib/db/in-transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { CHANNEL } from "@/lib/timeline/append";
import { nextAttempt } from "./backoff.rules";
import type { ClaimedMessage } from "./claim";
import type { MessageKinds, Posted } from "./message-kinds";

/**
 * Writes down what became of one try: delivered, to be tried again, or given up, which goes on the record.
 * Guarded by the lease: who lost it to another instance writes nothing.
 */
export async function recordAttempt(
  base: BaseContext,
  kinds: MessageKinds,
  message: ClaimedMessage,
  posted: Posted,
): Promise<void> {
  await inTransaction(base, async (ctx) => {
    const outcome = outcomeOf(message, posted, ctx.clock.now(), kinds[message.kind]?.retries ?? false);
    // The entry first: verbs lock the stream before any other row.
    if (outcome.state === "abandoned" && (await isMine(ctx, message)))
      await kinds[message.kind]?.onAbandoned?.(ctx, message);
    const { count } = await ctx.db.outboxMessage.updateMany({
      where: { id: message.id, state: "pending", leasedUntil: message.leasedUntil },
      data: { ...outcome, attempts: { increment: 1 }, lastMs: posted.ms, leasedUntil: null },
    });
    if (count === 0 && outcome.state === "abandoned") throw new Error("The lease was lost while giving up");
    if (count === 1 && message.incidentId)
      await ctx.db
        .$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ delivery: message.incidentId })})`;
  });
}

function outcomeOf(
  message: ClaimedMessage,
  posted: Posted,
  now: Date,
  retries: boolean,
): Prisma.OutboxMessageUncheckedUpdateManyInput & { state: "pending" | "delivered" | "abandoned" } {
  if (posted.ok) return { state: "delivered", endedAt: now, lastError: null };
  const at =
    retries && !posted.final
      ? nextAttempt(message.attempts + 1, message.createdAt.getTime(), now.getTime())
      : null;
  if (at === null) return { state: "abandoned", endedAt: now, lastError: posted.error };
  return { state: "pending", nextAttemptAt: new Date(at), lastError: posted.error };
}

async function isMine(ctx: Context, { id, leasedUntil }: ClaimedMessage): Promise<boolean> {
  return (await ctx.db.outboxMessage.count({ where: { id, state: "pending", leasedUntil } })) === 1;
}
