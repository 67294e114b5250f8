import type { AccessRole } from "@/lib/kernel/actor";
import { query } from "./sql";

/** What the measurements need to know of the data. */
export interface Facts {
  people: { id: string; sessionVersion: number; accessRole: AccessRole }[];
  environmentId: string;
  serviceId: string;
  /** A published runbook with many steps. */
  runbookVersionId: string;
  /** The runbook that was walked most. */
  walkedSlug: string;
  /** The incident with the longest timeline, and how long that is. */
  longest: { id: string; key: string; entries: number };
  incidents: number;
  entries: number;
}

/** Reads them from a database that `seed` filled. */
export async function readFacts(url: string): Promise<Facts> {
  const [row] = await query<Facts>(
    url,
    `SELECT
      (SELECT json_agg(json_build_object('id', id, 'sessionVersion', session_version,
        'accessRole', access_role) ORDER BY id)
        FROM people WHERE access_role <> 'viewer' AND deactivated_at IS NULL) AS people,
      (SELECT id FROM environments ORDER BY position LIMIT 1) AS "environmentId",
      (SELECT id FROM services ORDER BY name LIMIT 1) AS "serviceId",
      (SELECT published_version_id FROM runbooks JOIN runbook_parses ON version_id = published_version_id
        ORDER BY length(parsed::text) DESC LIMIT 1) AS "runbookVersionId",
      (SELECT slug FROM runbooks r JOIN runbook_versions v ON v.runbook_id = r.id
        LEFT JOIN checklists c ON c.runbook_version_id = v.id
        GROUP BY slug ORDER BY count(c.id) DESC LIMIT 1) AS "walkedSlug",
      (SELECT json_build_object('id', i.id, 'key', i.key, 'entries', s.head_seq)
        FROM incidents i JOIN streams s ON s.id = i.id WHERE i.status = 'investigating'
        ORDER BY s.head_seq DESC LIMIT 1) AS longest,
      (SELECT count(*)::int FROM incidents) AS incidents,
      (SELECT count(*)::int FROM timeline_entries) AS entries`,
  );
  if (!row) throw new Error("The database holds nothing to measure against");
  return row;
}
