import type { BaseContext } from "@/lib/db/context";

const HOUR = 3_600_000;
/** A retry mostly comes within seconds; two days are for a browser that slept meanwhile. */
const KEEP_ANSWERS_MS = 48 * HOUR;
const KEEP_DONE_MS = 30 * 24 * HOUR;
const BATCH = 5_000;

/** Takes away what nobody asks for any more: old answers to retries, due items long done, what was put away long ago. */
export async function cleanUp({ db, clock }: BaseContext): Promise<void> {
  const now = clock.now().getTime();
  const [answers, done] = [new Date(now - KEEP_ANSWERS_MS), new Date(now - KEEP_DONE_MS)];
  // In batches, so that none holds many rows for long; all of them, or the table would only ever grow.
  for (let deleted = BATCH; deleted === BATCH;) {
    deleted = await db.$executeRaw`
      DELETE FROM idempotent_results WHERE (actor_key, key) IN (
        SELECT actor_key, key FROM idempotent_results WHERE created_at < ${answers} LIMIT ${BATCH})`;
  }
  await db.$executeRaw`DELETE FROM due_items WHERE done_at < ${done}`;
  // Mentions are shown for 14 days.
  await db.$executeRaw`DELETE FROM dismissals WHERE at < ${done}`;
}
