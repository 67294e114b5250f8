import type { Db } from "@/lib/db/client";

/** Longer than any handler runs: another instance takes an item over only when this one was killed. */
const LEASE_MS = 30_000;

export interface DueWork {
  id: string;
  incidentId: string;
  kind: string;
  leasedUntil: Date;
}

/** Takes items that are due and that nobody else works on, the longest due first. */
export async function claimDue(
  db: Db,
  now: Date,
  kinds: readonly string[],
  limit: number,
): Promise<DueWork[]> {
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  return db.$queryRaw<DueWork[]>`
    UPDATE due_items SET leased_until = ${leasedUntil}
    WHERE id IN (
      SELECT id FROM due_items
      WHERE done_at IS NULL AND due_at <= ${now} AND (leased_until IS NULL OR leased_until <= ${now})
        AND kind = ANY (${[...kinds]})
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, incident_id AS "incidentId", kind, leased_until AS "leasedUntil"`;
}

/** When the next item may be worked on; null when none waits. */
export async function nextDueAt(db: Db, kinds: readonly string[]): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(greatest(due_at, leased_until)) AS at FROM due_items
    WHERE done_at IS NULL AND kind = ANY (${[...kinds]})`;
  return row?.at ?? null;
}
