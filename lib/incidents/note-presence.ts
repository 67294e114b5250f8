import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { CHANNEL } from "@/lib/timeline/append";
import { findVisible } from "./find-visible";
import { personOf } from "./person-of";

/** A browser says at most this often that its person is active. */
const EVERY_MS = 20_000;

/**
 * Keeps that the actor is active in the room; not part of the record. Within 20 seconds it writes nothing again.
 * @returns when the actor was last noted, epoch milliseconds
 */
export async function notePresence(ctx: Context, { key }: { key: string }): Promise<{ activeAt: number }> {
  authorise(ctx.actor, "incident.read");
  const { id } = await findVisible(ctx, key);
  const { id: personId } = personOf(ctx);
  const now = ctx.clock.now();
  const noted = await ctx.db.$executeRaw`
    INSERT INTO presence (incident_id, person_id, active_at) VALUES (${id}::uuid, ${personId}::uuid, ${now})
    ON CONFLICT (incident_id, person_id) DO UPDATE SET active_at = ${now}
    WHERE presence.active_at < ${new Date(now.getTime() - EVERY_MS)}`;
  if (noted > 0) {
    const told = JSON.stringify({ presence: id, person: personId, at: now.getTime() });
    await ctx.db.$queryRaw`SELECT pg_notify(${CHANNEL}, ${told})::text`;
  }
  return { activeAt: now.getTime() };
}
