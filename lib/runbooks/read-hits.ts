import type { ReadContext } from "@/lib/db/context";
import { Prisma } from "@/lib/db/generated/client";
import type { RunbookRowDto } from "./dto";
import { excerptOf } from "./search-text.rules";

type Hit = NonNullable<RunbookRowDto["hit"]>;

/**
 * Where in these runbooks the words stand: of headings, steps and commands of the published version the first line that
 * holds most of them, or a piece of a note that holds more. Reads each parse: for a page of results only.
 * @param words small letters
 * @param fromNotes those in which some of the words stand in notes alone: there notes are looked into, too
 * @returns none for a runbook in whose sections none of them stands
 */
export async function readHits(
  { db }: Pick<ReadContext, "db">,
  ids: string[],
  words: readonly string[],
  fromNotes: ReadonlySet<string>,
): Promise<Map<string, Hit>> {
  if (ids.length === 0 || words.length === 0) return new Map();
  const rows = await readLines(db, ids, words, IN_STEPS);
  const found = new Map(rows.map((row) => [row.id, row]));
  // To look into notes takes longer.
  const open = ids.filter((id) => fromNotes.has(id));
  const inNotes = open.length > 0 ? await readLines(db, open, words, IN_NOTES) : [];
  for (const row of inNotes) if (row.held > (found.get(row.id)?.held ?? 0)) found.set(row.id, row);
  return new Map(
    [...found.values()].map(({ id, text, sectionKey, sectionTitle }) => [
      id,
      { sectionKey, sectionTitle, text: excerptOf(text, words) },
    ]),
  );
}

/** What stands in a section, as text with its kind: the first of equal lines is one of the least kind. */
const IN_STEPS = Prisma.sql`
  SELECT section ->> 'title' AS text, 0 AS kind
  UNION ALL
  SELECT jsonb_path_query(section, '$.items[*] ? (@.type == "step" || @.type == "criterion").text') #>> '{}', 1
  UNION ALL
  SELECT jsonb_path_query(section, '$.items[*].commands[*].text') #>> '{}', 2`;

/** Pieces of lines, cut where code and emphasis begin and end. */
const IN_NOTES = Prisma.sql`
  SELECT jsonb_path_query(section, '$.items[*].label') #>> '{}' AS text, 0 AS kind
  UNION ALL
  SELECT jsonb_path_query(section, '$.items[*].block.**.text ? (@.type() == "string")') #>> '{}', 1
  UNION ALL
  SELECT jsonb_path_query(section, '$.items[*].details[*].**.text ? (@.type() == "string")') #>> '{}', 1
  UNION ALL
  SELECT jsonb_path_query(section, '$.items[*].*.text ? (@.type() == "string")') #>> '{}', 2`;

type Line = Hit & { id: string; held: bigint };

/** Of each runbook the first line that holds most of the words, and how many. */
function readLines(
  db: ReadContext["db"],
  ids: string[],
  words: readonly string[],
  lines: Prisma.Sql,
): Promise<Line[]> {
  return db.$queryRaw<Line[]>`
    SELECT r.id, hit."sectionKey", hit."sectionTitle", hit.text, hit.held
    FROM runbooks r
    JOIN LATERAL (SELECT parsed FROM runbook_parses WHERE version_id = r.published_version_id
                  ORDER BY parser_version DESC LIMIT 1) p ON true
    JOIN LATERAL (
      SELECT section ->> 'key' AS "sectionKey", section ->> 'title' AS "sectionTitle", line.text, held
      FROM jsonb_array_elements(p.parsed -> 'sections') WITH ORDINALITY AS s(section, place)
      CROSS JOIN LATERAL (${lines}) line
      CROSS JOIN LATERAL (
        SELECT count(*) AS held FROM unnest(${words}::text[]) AS word WHERE position(word IN lower(line.text)) > 0
      ) count
      WHERE held > 0
      ORDER BY held DESC, place, kind LIMIT 1
    ) hit ON true
    WHERE r.id = ANY(${ids}::uuid[])`;
}
