import type { Context } from "@/lib/db/context";
import { CHANNEL } from "@/lib/timeline/append";

/**
 * Ends every session of a person when this transaction commits: their version moves on, and every instance forgets
 * what it knew of them and closes their streams.
 */
export async function endSessions(ctx: Context, personId: string): Promise<void> {
  await ctx.db.person.update({
    where: { id: personId },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  });
  await ctx.db.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ person: personId })})`;
}
