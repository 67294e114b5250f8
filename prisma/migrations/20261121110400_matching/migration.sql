-- What alerts and words find a runbook by. Rows that are there are filled when the console starts.
ALTER TABLE "runbooks"
  ADD COLUMN "source_path" TEXT,
  ADD COLUMN "match_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "signatures" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "match_words" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "findable_version" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "runbooks_source_path_idx" ON "runbooks"("source_path");
CREATE INDEX "runbooks_match_names_idx" ON "runbooks" USING gin ("match_names");
CREATE INDEX "runbooks_match_words_idx" ON "runbooks" USING gin ("match_words");

-- As for the titles of incidents: a server without pg_trgm searches more slowly, and that is all.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "runbooks_words_idx" ON "runbooks" USING gin ("search_text" gin_trgm_ops);
EXCEPTION
  WHEN undefined_file OR feature_not_supported OR insufficient_privilege OR undefined_object THEN
    RAISE NOTICE 'pg_trgm is not there: words are searched without an index';
END
$$;
