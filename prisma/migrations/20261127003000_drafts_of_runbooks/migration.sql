-- A version may be a draft, say why it was made, and be the text of an earlier one.
ALTER TABLE "runbook_versions"
  ADD COLUMN "why_text_id" UUID,
  ADD COLUMN "restores_number" INTEGER,
  ADD COLUMN "published_at" TIMESTAMPTZ(3);
