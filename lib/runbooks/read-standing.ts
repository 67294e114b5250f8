import { visibleSql } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";

/** What the versions of a runbook tell about it. */
export interface Standing {
  /** The number of the published version. */
  version: number | null;
  /** The number of the newest version, when it is a draft. */
  draft: number | null;
  lastWalkedAt: Date | null;
}

/**
 * How runbooks stand, in one question for all. Last walked is when a checklist of any version was last started in a
 * real incident that the reader may know of: a newer time of one for its members would tell that it is there. The end
 * of an index answers that for each version.
 */
export async function readStanding(ctx: ReadContext, runbookIds: string[]): Promise<Map<string, Standing>> {
  if (runbookIds.length === 0) return new Map();
  const rows = await ctx.db.$queryRaw<(Standing & { id: string })[]>`
    SELECT r.id, max(v.number) FILTER (WHERE v.id = r.published_version_id) AS version,
           NULLIF(max(v.number), max(v.number) FILTER (WHERE v.published_at IS NOT NULL)) AS draft,
           max(walked.started_at) AS "lastWalkedAt"
    FROM runbooks r JOIN runbook_versions v ON v.runbook_id = r.id
    LEFT JOIN LATERAL (
      SELECT c.started_at FROM checklists c JOIN incidents i ON i.id = c.stream_id
      WHERE c.runbook_version_id = v.id AND i.kind = 'real' AND ${visibleSql(ctx.actor)}
      ORDER BY c.started_at DESC LIMIT 1) walked ON true
    WHERE r.id = ANY(${runbookIds}::uuid[])
    GROUP BY r.id`;
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}
