import { can } from "@/lib/auth/policy.rules";
import { visibleSql } from "@/lib/auth/visible-to";
import { authorise } from "@/lib/auth/authorise";
import type { ReadContext } from "@/lib/db/context";
import { Prisma } from "@/lib/db/generated/client";
import { excerptOf, searchWords } from "@/lib/runbooks/search-text.rules";
import type { PartName } from "@/lib/summaries/schemas";
import { wordQuery } from "./find-texts.rules";
import type { FoundText, FoundTextsDto } from "./found-texts.dto";

const AT_MOST = 8;
/** So many of the newest hits are put in order; the rest is older than all of them. */
const RANKED = 50;
/** A word that stands nearly everywhere is looked for in the newest texts, and in so many of the older ones. */
const NEWEST = 10_000;
const OLDER = 2_000;

/**
 * What was written in incidents that the actor may know of, the summaries' newest versions among it: texts that hold
 * every word, the last one by its beginning. First those with the words in a row, as typed; newest first within.
 * What is redacted is not there to be found; titles are not looked through, as the list finds them.
 */
export async function findTexts(ctx: ReadContext, q: string): Promise<FoundTextsDto> {
  authorise(ctx.actor, "incident.read");
  const words = searchWords(q);
  const query = wordQuery(q);
  if (query === null) return { texts: [] };
  const typed = words.join(" ");
  const search = { query, typed, first: words[0] ?? "" };
  // A token may be for incidents and not for their summaries.
  const summaries = can(ctx.actor, "summary.read") ? [inSummaries(ctx, search)] : [];
  const found = await Promise.all([inEntries(ctx, search), ...summaries]);
  return {
    texts: found
      .flat()
      .toSorted((a, b) => Number(b.asTyped) - Number(a.asTyped) || b.at.getTime() - a.at.getTime())
      .slice(0, AT_MOST)
      .map((row) => toDto(row, words)),
  };
}

interface Search {
  /** For `to_tsquery`. */
  query: string;
  /** What was typed, in small letters; and the first word of it. */
  typed: string;
  first: string;
}

interface Found {
  incidentKey: string;
  incidentTitle: string;
  byId: string | null;
  at: Date;
  /** A piece of the text around the words. */
  piece: string;
  asTyped: boolean;
  seq: number | null;
  kind: string | null;
  part: PartName | null;
}

/**
 * Ids are in the order of time, so that the newest texts are a range of them, which the index of words is cut with
 * (docs/benchmarks.md): the work is bounded however many texts hold a word.
 */
function inEntries({ db, actor }: ReadContext, search: Search): Promise<Found[]> {
  const matches = Prisma.sql`searched_words(t.text) @@ to_tsquery('simple', ${search.query})`;
  const known = Prisma.sql`CROSS JOIN LATERAL (
    SELECT i.key, i.title FROM incidents i
    WHERE i.id = h.stream_id AND i.title_text_id <> h.id AND ${visibleSql(actor)} LIMIT 1
  ) i`;
  return db.$queryRaw<Found[]>`
    WITH since AS MATERIALIZED (
      SELECT id FROM (SELECT id FROM entry_texts ORDER BY id DESC LIMIT ${NEWEST}) newest ORDER BY id LIMIT 1
    ), recent AS MATERIALIZED (
      SELECT t.id, t.stream_id, t.seq FROM entry_texts t WHERE ${matches} AND t.id >= (SELECT id FROM since)
    ), newest AS MATERIALIZED (
      SELECT h.id, h.stream_id, h.seq, i.key, i.title FROM recent h ${known} ORDER BY h.id DESC LIMIT ${RANKED}
    ), older AS MATERIALIZED (
      SELECT t.id, t.stream_id, t.seq FROM entry_texts t
      WHERE ${matches} AND t.id < (SELECT id FROM since) AND (SELECT count(*) FROM newest) < ${RANKED} LIMIT ${OLDER}
    ), ranked AS MATERIALIZED (
      SELECT * FROM newest UNION ALL SELECT h.id, h.stream_id, h.seq, i.key, i.title FROM older h ${known}
      ORDER BY id DESC LIMIT ${RANKED}
    )
    SELECT r.key AS "incidentKey", r.title AS "incidentTitle", e.actor_id AS "byId", e.at, e.seq, e.kind,
      NULL AS part, ${pieceOf(search)}
    FROM ranked r
    JOIN entry_texts t ON t.id = r.id
    JOIN timeline_entries e ON e.stream_id = r.stream_id AND e.seq = r.seq
    ORDER BY "asTyped" DESC, r.id DESC LIMIT ${AT_MOST}`;
}

function inSummaries({ db, actor }: ReadContext, search: Search): Promise<Found[]> {
  const query = Prisma.sql`to_tsquery('simple', ${search.query})`;
  return db.$queryRaw<Found[]>`
    WITH ranked AS MATERIALIZED (
      SELECT v.body -> 'parts' AS parts, v.author_id, v.saved_at, i.key, i.title
      FROM summary_versions v
      JOIN summaries s ON s.id = v.summary_id AND s.version = v.number
      JOIN incidents i ON i.id = s.incident_id
      WHERE searched_words(
        coalesce(v.body #>> '{parts,impact}', '') || ' ' || coalesce(v.body #>> '{parts,rootCause}', '') || ' ' ||
        coalesce(v.body #>> '{parts,remediation}', '') || ' ' || coalesce(v.body #>> '{parts,wentWell}', '')
      ) @@ ${query} AND ${visibleSql(actor)}
      ORDER BY v.saved_at DESC LIMIT ${RANKED}
    )
    SELECT r.key AS "incidentKey", r.title AS "incidentTitle", r.author_id AS "byId", r.saved_at AS at, NULL::int AS seq,
      NULL AS kind, t.part, ${pieceOf(search)}
    FROM ranked r CROSS JOIN LATERAL jsonb_each_text(r.parts) t (part, text)
    WHERE searched_words(t.text) @@ ${query}
    ORDER BY "asTyped" DESC, r.saved_at DESC LIMIT ${AT_MOST}`;
}

/** Of a table `t` with a `text`: never the whole of a pasted log. */
function pieceOf({ typed, first }: Search): Prisma.Sql {
  return Prisma.sql`strpos(lower(t.text), ${typed}) > 0 AS "asTyped", substr(t.text, greatest(1, -100 + coalesce(
    nullif(strpos(lower(t.text), ${typed}), 0), nullif(strpos(lower(t.text), ${first}), 0), 1)), 500) AS piece`;
}

function toDto(row: Found, words: readonly string[]): FoundText {
  const { incidentKey, incidentTitle, byId } = row;
  const common = { incidentKey, incidentTitle, byId, at: row.at.toISOString() };
  const excerpt = excerptOf(row.piece, [words.join(" "), ...words]);
  if (row.part !== null) return { in: "summary", part: row.part, ...common, excerpt };
  return { in: "timeline", seq: row.seq ?? 0, kind: row.kind ?? "", ...common, excerpt };
}
