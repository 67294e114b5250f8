-- Until now every version was published as it was saved.
UPDATE "runbook_versions" SET "published_at" = "created_at";
