import type { ReadContext } from "@/lib/db/context";
import { Prisma } from "@/lib/db/generated/client";
import type { MatchCandidate } from "./alert.rules";
import type { PartSection } from "./part.rules";

/** A published runbook with what ranks it. */
export interface Candidate extends MatchCandidate {
  versionId: string;
  sections: readonly (PartSection & { groups: readonly string[] })[];
  /** What it is about, by name. */
  services: readonly string[];
}

/**
 * What these runbooks are ranked by: services, and triggers and headings of their published version.
 * @param ids of runbooks; those archived or not published are left out
 */
export async function readCandidates({ db }: Pick<ReadContext, "db">, ids: string[]): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<Candidate[]>`
    SELECT r.id, r.slug, r.title, r.published_version_id AS "versionId",
           COALESCE(r.source_path, v.file_name) AS "fileName",
           p.parsed -> 'triggers' AS triggers,
           (SELECT COALESCE(jsonb_agg(jsonb_build_object(
              'key', s -> 'key', 'title', s -> 'title', 'parentKey', s -> 'parentKey',
              'groups', jsonb_path_query_array(s, '$.items[*] ? (@.type == "group").label'),
              'walkable', s @? '$.items[*] ? (@.type == "step")' OR s @? '$.flow ? (@ != null)')), '[]')
            FROM jsonb_array_elements(p.parsed -> 'sections') s) AS sections,
           ARRAY(SELECT s.name FROM runbook_services rs JOIN services s ON s.id = rs.service_id
                 WHERE rs.runbook_id = r.id ORDER BY s.name) AS services
    FROM runbooks r
    JOIN runbook_versions v ON v.id = r.published_version_id
    JOIN LATERAL (SELECT parsed FROM runbook_parses WHERE version_id = v.id
                  ORDER BY parser_version DESC LIMIT 1) p ON true
    WHERE r.id = ANY(${ids}::uuid[]) AND ${OFFERED}`;
}

/** Of runbooks `r`: those that may be offered. */
export const OFFERED = Prisma.sql`r.archived_at IS NULL AND r.published_version_id IS NOT NULL`;
