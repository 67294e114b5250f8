import type { ReadContext } from "@/lib/db/context";
import type { Outcomes } from "./figures.rules";

/** The newest walks say how a runbook is now, and keep the question short. */
const WALKS = 500;

export interface RunbookOutcomes {
  walked: number;
  lastWalkedAt: Date | null;
  /** How many checklists of a section had something done, skipped or failed in them, by its key. */
  sections: Map<string, number>;
  steps: Map<string, Outcomes>;
}

interface Row {
  of: "runbook" | "section" | "step";
  key: string;
  walked: number;
  last: Date | null;
  done: number;
  skipped: number;
  failed: number;
  durations: number[] | null;
}

/**
 * What came of a runbook's steps in the newest 500 of its checklists in real incidents, whoever may see them. A step
 * takes from when it was taken, or else from the end of the step before it in time, or from the start of its
 * checklist, until it was ticked.
 */
export async function readOutcomes(
  { db }: Pick<ReadContext, "db">,
  runbookId: string,
): Promise<RunbookOutcomes> {
  const rows = await db.$queryRaw<Row[]>`
    WITH lists AS MATERIALIZED (
      SELECT c.id, c.stream_id, c.section_key, c.started_at
      FROM runbook_versions v
      CROSS JOIN LATERAL (
        SELECT c.* FROM checklists c JOIN incidents i ON i.id = c.stream_id AND i.kind = 'real'
        WHERE c.runbook_version_id = v.id
        ORDER BY c.started_at DESC LIMIT ${WALKS}) c
      WHERE v.runbook_id = ${runbookId}::uuid
      ORDER BY c.started_at DESC LIMIT ${WALKS}
    ), ended AS MATERIALIZED (
      SELECT l.id, l.stream_id, l.section_key, l.started_at, i.step_key, i.state, i.changed_at,
        COALESCE(i.taken_at, GREATEST(l.started_at,
          lag(i.changed_at) OVER (PARTITION BY l.id ORDER BY i.changed_at, i.position))) AS begun_at
      FROM lists l JOIN checklist_items i ON i.checklist_id = l.id
      WHERE i.state IN ('done', 'skipped', 'failed', 'not_applicable') AND i.changed_at IS NOT NULL
    )
    SELECT 'runbook' AS of, '' AS key, count(DISTINCT stream_id)::int AS walked, max(started_at) AS last,
      0 AS done, 0 AS skipped, 0 AS failed, NULL::float8[] AS durations
    FROM ended
    UNION ALL
    SELECT 'section', section_key, count(DISTINCT id)::int, NULL, 0, 0, 0, NULL
    FROM ended WHERE section_key IS NOT NULL GROUP BY section_key
    UNION ALL
    SELECT 'step', step_key, 0, NULL,
      (count(*) FILTER (WHERE state = 'done'))::int,
      (count(*) FILTER (WHERE state IN ('skipped', 'not_applicable')))::int,
      (count(*) FILTER (WHERE state = 'failed'))::int,
      array_agg(GREATEST(0, EXTRACT(EPOCH FROM changed_at - begun_at) * 1000)::float8)
        FILTER (WHERE state = 'done')
    FROM ended WHERE step_key IS NOT NULL GROUP BY step_key`;
  const of = (what: Row["of"]) => rows.filter((row) => row.of === what);
  const [runbook] = of("runbook");
  return {
    walked: runbook?.walked ?? 0,
    lastWalkedAt: runbook?.last ?? null,
    sections: new Map(of("section").map(({ key, walked }) => [key, walked])),
    steps: new Map(
      of("step").map(({ key, done, skipped, failed, durations }) => [
        key,
        { done, skipped, failed, durations: durations ?? [] },
      ]),
    ),
  };
}
