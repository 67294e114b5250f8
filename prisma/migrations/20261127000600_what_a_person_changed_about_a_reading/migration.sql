-- What a person changed about how a version's source is read.
ALTER TABLE "runbook_versions" ADD COLUMN "choices" JSONB NOT NULL DEFAULT '[]';
