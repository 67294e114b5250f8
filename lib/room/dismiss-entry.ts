import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { findVisible } from "@/lib/incidents/find-visible";
import { personOf } from "@/lib/incidents/person-of";
import { CHANNEL } from "@/lib/timeline/append";

interface Ask {
  key: string;
  /** The entry that a mention or a notice is about. */
  seq: number;
}

export interface Dismissed {
  dismissed: boolean;
}

/**
 * Puts away that an entry concerns the actor: it leaves their day, and their screens everywhere. One person's tidying
 * is no fact of the incident, so that nothing goes on the record.
 * @throws Failure `not_found` when the incident is invisible
 */
export async function dismissEntry(ctx: Context, { key, seq }: Ask): Promise<Dismissed> {
  const { incidentId, personId } = await subjectOf(ctx, key);
  await ctx.db.dismissal.createMany({
    data: { personId, incidentId, seq, at: ctx.clock.now() },
    skipDuplicates: true,
  });
  return tell(ctx, { personId, incidentId, seq, dismissed: true });
}

/** Takes that back. @throws Failure as `dismissEntry` */
export async function restoreEntry(ctx: Context, { key, seq }: Ask): Promise<Dismissed> {
  const { incidentId, personId } = await subjectOf(ctx, key);
  await ctx.db.dismissal.deleteMany({ where: { personId, incidentId, seq } });
  return tell(ctx, { personId, incidentId, seq, dismissed: false });
}

async function subjectOf(ctx: Context, key: string): Promise<{ incidentId: string; personId: string }> {
  authorise(ctx.actor, "incident.read");
  const { id: incidentId } = await findVisible(ctx, key);
  return { incidentId, personId: personOf(ctx).id };
}

async function tell(
  ctx: Context,
  { personId, incidentId, seq, dismissed }: { personId: string; incidentId: string; seq: number } & Dismissed,
): Promise<Dismissed> {
  const told = JSON.stringify({ dismissal: incidentId, seq, person: personId, dismissed });
  await ctx.db.$queryRaw`SELECT pg_notify(${CHANNEL}, ${told})::text`;
  return { dismissed };
}
