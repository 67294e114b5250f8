import { visibleSql } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";

/**
 * When a checklist was last started from any version of these runbooks, in a real incident that the reader may know
 * of: a newer time of one for its members would tell that it is there. One question for all, answered by the end of
 * an index for each version.
 */
export async function readLastWalked(ctx: ReadContext, runbookIds: string[]): Promise<Map<string, Date>> {
  if (runbookIds.length === 0) return new Map();
  const rows = await ctx.db.$queryRaw<{ id: string; at: Date }[]>`
    SELECT v.runbook_id AS id, max(walked.started_at) AS at
    FROM runbook_versions v
    CROSS JOIN LATERAL (
      SELECT c.started_at FROM checklists c JOIN incidents i ON i.id = c.stream_id
      WHERE c.runbook_version_id = v.id AND i.kind = 'real' AND ${visibleSql(ctx.actor)}
      ORDER BY c.started_at DESC LIMIT 1) walked
    WHERE v.runbook_id = ANY(${runbookIds}::uuid[])
    GROUP BY v.runbook_id`;
  return new Map(rows.map(({ id, at }) => [id, at]));
}
