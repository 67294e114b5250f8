import type { ReadContext } from "@/lib/db/context";
import { plain } from "../match/plain.rules";

/** More names than these are not kept; the one that was seen longest ago goes. */
const KEEP = 1_000;

/** Counts an alert that was asked for and that no runbook answers. A name without a letter or digit is none. */
export async function noteUnanswered(
  { db, clock }: Pick<ReadContext, "db" | "clock">,
  alert: string,
): Promise<void> {
  const key = plain(alert);
  if (key === "") return;
  const now = clock.now();
  const [row] = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO unanswered_alerts (key, name, count, first_at, last_at)
    VALUES (${key}, ${alert.trim()}, 1, ${now}, ${now})
    ON CONFLICT (key) DO UPDATE SET count = unanswered_alerts.count + 1, name = EXCLUDED.name, last_at = EXCLUDED.last_at
    RETURNING count`;
  if (row?.count !== 1) return;
  await db.$executeRaw`
    DELETE FROM unanswered_alerts WHERE key IN (
      SELECT key FROM unanswered_alerts ORDER BY last_at DESC, key OFFSET ${KEEP})`;
}
