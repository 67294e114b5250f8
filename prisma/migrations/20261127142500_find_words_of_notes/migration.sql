-- Words of notes, tables and the like, found after those of steps. Rows that are there are filled when the console starts.
ALTER TABLE "runbooks" ADD COLUMN "notes_text" TEXT NOT NULL DEFAULT '';

-- The library goes by title as people sort: capitals do not come first.
ALTER TABLE "runbooks" ADD COLUMN "title_key" TEXT GENERATED ALWAYS AS (lower("title")) STORED;
DROP INDEX "runbooks_title_id_idx";
CREATE INDEX "runbooks_title_key_id_idx" ON "runbooks"("title_key", "id");

-- As for the other words: a server without pg_trgm searches more slowly, and that is all.
DO $$
BEGIN
  CREATE INDEX "runbooks_notes_idx" ON "runbooks" USING gin ("notes_text" gin_trgm_ops);
EXCEPTION
  WHEN undefined_file OR feature_not_supported OR insufficient_privilege OR undefined_object THEN
    RAISE NOTICE 'pg_trgm is not there: words are searched without an index';
END
$$;
