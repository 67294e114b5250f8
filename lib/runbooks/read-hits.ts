import type { ReadContext } from "@/lib/db/context";
import type { RunbookRowDto } from "./dto";
import { excerptOf } from "./search-text.rules";

type Hit = NonNullable<RunbookRowDto["hit"]>;

/**
 * Where in these runbooks the words stand: of headings, steps and commands of the published version the first line that
 * holds most of them. Reads each parse: for a page of results only.
 * @param words small letters
 * @returns none for a runbook in whose sections none of them stands
 */
export async function readHits(
  { db }: Pick<ReadContext, "db">,
  ids: string[],
  words: readonly string[],
): Promise<Map<string, Hit>> {
  if (ids.length === 0 || words.length === 0) return new Map();
  const rows = await db.$queryRaw<(Hit & { id: string })[]>`
    SELECT r.id, hit."sectionKey", hit."sectionTitle", hit.text
    FROM runbooks r
    JOIN LATERAL (SELECT parsed FROM runbook_parses WHERE version_id = r.published_version_id
                  ORDER BY parser_version DESC LIMIT 1) p ON true
    JOIN LATERAL (
      SELECT section ->> 'key' AS "sectionKey", section ->> 'title' AS "sectionTitle", line.text
      FROM jsonb_array_elements(p.parsed -> 'sections') WITH ORDINALITY AS s(section, place)
      CROSS JOIN LATERAL (
        SELECT section ->> 'title' AS text, 0 AS kind
        UNION ALL
        SELECT jsonb_path_query(section, '$.items[*] ? (@.type == "step" || @.type == "criterion").text') #>> '{}', 1
        UNION ALL
        SELECT jsonb_path_query(section, '$.items[*].commands[*].text') #>> '{}', 2
      ) line
      CROSS JOIN LATERAL (
        SELECT count(*) AS held FROM unnest(${words}::text[]) AS word WHERE position(word IN lower(line.text)) > 0
      ) count
      WHERE held > 0
      ORDER BY held DESC, place, kind LIMIT 1
    ) hit ON true
    WHERE r.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, text, ...where }) => [id, { ...where, text: excerptOf(text, words) }]));
}
