import type { ReadContext } from "@/lib/db/context";
import { tokens } from "../parse/suggest.rules";
import { OFFERED } from "./candidates";

/** So many are ranked with care; the others share only words that many have. */
const LOOK_AT = 30;
const WORDS = 30;

export interface FoundByWords {
  ids: string[];
  /** How rare each word is in the whole library, above 0. */
  rarity: Map<string, number>;
}

/**
 * The runbooks of the whole library that share the rarest words with these, by an index; words of a title count more.
 */
export async function findByWords({ db }: Pick<ReadContext, "db">, words: string): Promise<FoundByWords> {
  const wanted = [...new Set(tokens(words))].slice(0, WORDS);
  if (wanted.length === 0) return { ids: [], rarity: new Map() };
  const rows = await db.$queryRaw<{ id: string; rarity: Record<string, number> }[]>`
    WITH hits AS (
      SELECT r.id, w.word, position(w.word IN lower(r.title)) > 0 AS in_title
      FROM unnest(${wanted}::text[]) AS w(word)
      JOIN runbooks r ON r.match_words @> ARRAY[w.word] AND ${OFFERED}
    ),
    rarity AS (
      SELECT word, ln(1 + (SELECT count(*) FROM runbooks)::float / count(*)) AS weight FROM hits GROUP BY word
    )
    SELECT id, (SELECT jsonb_object_agg(word, weight) FROM rarity) AS rarity
    FROM hits JOIN rarity USING (word)
    GROUP BY id
    ORDER BY sum(CASE WHEN in_title THEN 3 * weight ELSE weight END) DESC, id
    LIMIT ${LOOK_AT}`;
  return { ids: rows.map(({ id }) => id), rarity: new Map(Object.entries(rows[0]?.rarity ?? {})) };
}
