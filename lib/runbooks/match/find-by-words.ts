import type { ReadContext } from "@/lib/db/context";
import { serviceWord, tokens } from "../parse/suggest.rules";
import { OFFERED } from "./candidates";

/** So many are ranked with care; the others share only words that many have. */
const LOOK_AT = 30;
const WORDS = 30;

export interface FoundByWords {
  ids: string[];
  /** How rare each word and service is in the whole library, above 0. */
  rarity: Map<string, number>;
}

/**
 * The runbooks of the whole library that are about these services or share the rarest words with these, by an index;
 * words of a title count more, services most.
 * @param services by name
 */
export async function findByWords(
  { db }: Pick<ReadContext, "db">,
  words: string,
  services: readonly string[],
): Promise<FoundByWords> {
  const wanted = [...new Set(tokens(words))].slice(0, WORDS);
  if (wanted.length === 0 && services.length === 0) return { ids: [], rarity: new Map() };
  const rows = await db.$queryRaw<{ id: string; rarity: Record<string, number> }[]>`
    WITH hits AS (
      SELECT r.id, w.word, CASE WHEN position(w.word IN lower(r.title)) > 0 THEN 3 ELSE 1 END AS times
      FROM unnest(${wanted}::text[]) AS w(word)
      JOIN runbooks r ON r.match_words @> ARRAY[w.word] AND ${OFFERED}
      UNION ALL
      SELECT r.id, ${serviceWord("")} || s.name, 6
      FROM services s
      JOIN runbook_services rs ON rs.service_id = s.id
      JOIN runbooks r ON r.id = rs.runbook_id AND ${OFFERED}
      WHERE s.name = ANY(${services}::text[])
    ),
    rarity AS (
      SELECT word, ln(1 + (SELECT count(*) FROM runbooks)::float / count(*)) AS weight FROM hits GROUP BY word
    )
    SELECT id, (SELECT jsonb_object_agg(word, weight) FROM rarity) AS rarity
    FROM hits JOIN rarity USING (word)
    GROUP BY id
    ORDER BY sum(times * weight) DESC, id
    LIMIT ${LOOK_AT}`;
  return { ids: rows.map(({ id }) => id), rarity: new Map(Object.entries(rows[0]?.rarity ?? {})) };
}
