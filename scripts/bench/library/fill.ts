import { query } from "../sql";

/**
 * Copies what is in the library until it holds `count` runbooks, each copy with a title and words of its own, its
 * version and its parse.
 */
export async function fillLibrary(url: string, count: number): Promise<void> {
  await query(url, COPIES.replaceAll("$COUNT", String(count)));
  await query(url, ROWS);
  await query(
    url,
    "INSERT INTO runbook_versions SELECT (jsonb_populate_record(v, jsonb_build_object('id', c.version_id, 'runbook_id', c.id, 'number', 1))).* FROM copies c JOIN runbook_versions v ON v.id = c.from_version",
  );
  await query(
    url,
    "INSERT INTO runbook_parses SELECT c.version_id, p.parser_version, p.parsed, p.created_at FROM copies c JOIN runbook_parses p ON p.version_id = c.from_version",
  );
  await query(url, "DROP TABLE copies");
  await query(url, "VACUUM ANALYZE runbooks, runbook_versions, runbook_parses");
}

const COPIES = `
  CREATE TABLE copies AS
  SELECT gen_random_uuid() AS id, gen_random_uuid() AS version_id, r.id AS from_id,
         r.published_version_id AS from_version, n AS number,
         (ARRAY['payments','depot','orders','tracking','billing','search','ledger','gateway','courier','pricing'])[1 + (n * 7) % 10]
           || ' ' || (ARRAY['north','south','east','west','central'])[1 + (n * 3) % 5] || ' ' || n AS own
  FROM (SELECT row_number() OVER (ORDER BY slug) AS place, count(*) OVER () AS having, * FROM runbooks) r
  JOIN generate_series(1, $COUNT) n ON n % r.having = r.place - 1 AND n <= $COUNT - r.having`;

const ROWS = `
  INSERT INTO runbooks (id, slug, title, published_version_id, search_text, notes_text, source_path, match_names, signatures,
                        match_words, findable_version, tags, review_by, created_at, updated_at)
  SELECT c.id, left(r.slug, 90) || '-' || c.number, r.title || ' ' || c.own, c.version_id,
         c.own || E'\\n' || r.search_text, r.notes_text, c.number || '/' || r.source_path, r.match_names, r.signatures,
         r.match_words || string_to_array(c.own, ' '), r.findable_version,
         ARRAY['tag ' || c.number % 40], CURRENT_DATE + c.number % 60 - 30, r.created_at, r.updated_at
  FROM copies c JOIN runbooks r ON r.id = c.from_id`;
