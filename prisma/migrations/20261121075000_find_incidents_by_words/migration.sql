-- Words inside titles, and keys by their beginning, are found without reading every incident. pg_trgm comes with
-- PostgreSQL; a server that does without it searches more slowly, and that is all.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "incidents_words_idx" ON "incidents" USING gin ("title" gin_trgm_ops, "key" gin_trgm_ops);
EXCEPTION
  WHEN undefined_file OR feature_not_supported OR insufficient_privilege OR undefined_object THEN
    RAISE NOTICE 'pg_trgm is not there: words are searched without an index';
END
$$;
