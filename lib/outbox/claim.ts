import type { Db } from "@/lib/db/client";
import type { Message } from "./message-kinds";

/** Longer than the longest try, so that nobody else posts the same while it is under way. */
const LEASE_MS = 30_000;

/** A message that this instance may post until `leasedUntil`. */
export interface ClaimedMessage extends Message {
  url: string;
  leasedUntil: Date;
}

/** Takes the messages that are due and that nobody else is posting, the longest due first. */
export async function claimMessages(db: Db, now: Date, limit: number): Promise<ClaimedMessage[]> {
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  return db.$queryRaw<ClaimedMessage[]>`
    UPDATE outbox_messages AS m SET leased_until = ${leasedUntil}
    FROM webhooks AS w
    WHERE w.id = m.webhook_id AND m.id IN (
      SELECT id FROM outbox_messages
      WHERE state = 'pending' AND next_attempt_at <= ${now} AND (leased_until IS NULL OR leased_until <= ${now})
      ORDER BY next_attempt_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING m.id, m.kind, m.incident_id AS "incidentId", m.seq, m.webhook_id AS "webhookId", m.payload,
      m.attempts, m.created_at AS "createdAt", m.leased_until AS "leasedUntil", w.url`;
}

/** When the next message may be posted; null when none waits. */
export async function nextMessageAt(db: Db): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(greatest(next_attempt_at, leased_until)) AS at FROM outbox_messages WHERE state = 'pending'`;
  return row?.at ?? null;
}
