import type { Tx } from "@/lib/db/client";
import type { Incident, Summary } from "@/lib/db/generated/client";
import type { IncidentRole } from "@/lib/timeline/events/common";

/** What the database gives for a row: the incident's own columns and what hangs on it. */
export interface RowRecord extends Pick<
  Incident,
  | "id"
  | "key"
  | "kind"
  | "title"
  | "severity"
  | "environmentId"
  | "visibility"
  | "status"
  | "statusSince"
  | "startedAt"
  | "detection"
  | "declaredAt"
  | "declaredById"
  | "resolvedAt"
  | "cancelledAt"
  | "commanderId"
  | "acknowledgedAt"
  | "offeredToId"
  | "offeredAt"
> {
  seq: number;
  cadence: unknown;
  serviceIds: string[];
  participants: { personId: string; role: IncidentRole }[];
  summaryState: Summary["state"] | null;
  reviewDueAt: Date | null;
  met: number;
  criteria: number;
  over: number;
  steps: number;
  said: string | null;
}

/** All of it in one statement, so that the sequence number and the facts are of the same moment. */
export function selectRows(db: Tx, ids: readonly string[]): Promise<RowRecord[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.$queryRaw<RowRecord[]>`
    SELECT i.id, s.head_seq AS seq, i.key, i.kind, i.title, i.severity, i.environment_id AS "environmentId",
      i.visibility, i.status, i.status_since AS "statusSince", i.started_at AS "startedAt", i.detection,
      i.declared_at AS "declaredAt", i.declared_by_id AS "declaredById", i.resolved_at AS "resolvedAt",
      i.cancelled_at AS "cancelledAt", i.commander_id AS "commanderId", i.acknowledged_at AS "acknowledgedAt",
      i.offered_to_id AS "offeredToId", i.offered_at AS "offeredAt", i.cadence,
      ARRAY(SELECT service_id::text FROM incident_services WHERE incident_id = i.id ORDER BY 1) AS "serviceIds",
      COALESCE((SELECT json_agg(json_build_object('personId', person_id, 'role', role) ORDER BY joined_at, person_id)
        FROM participants WHERE incident_id = i.id AND left_at IS NULL), '[]') AS participants,
      m.state AS "summaryState", m.review_due_at AS "reviewDueAt",
      c.met, c.criteria, k.over, k.steps,
      (SELECT left(t.text, 160) FROM status_updates u LEFT JOIN entry_texts t ON t.id = u.current_text_id
        WHERE u.incident_id = i.id ORDER BY u.number DESC LIMIT 1) AS said
    FROM incidents i
    JOIN streams s ON s.id = i.id
    LEFT JOIN summaries m ON m.incident_id = i.id
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state <> 'open')::int AS met, count(*)::int AS criteria
      FROM exit_criteria WHERE incident_id = i.id AND gate = 'resolved') c
    CROSS JOIN LATERAL (SELECT count(*)::int AS steps,
        count(*) FILTER (WHERE state IN ('done', 'skipped', 'not_applicable'))::int AS over
      FROM checklist_items WHERE stream_id = i.id AND NOT "left") k
    WHERE i.id = ANY(${[...ids]}::uuid[])`;
}
