-- What came of a check stands with its words, and not with its number: another version may have another check there.
ALTER TABLE "step_checks"
  ADD COLUMN "check_text" TEXT,
  ADD COLUMN "runbook_version_id" UUID;
