-- Who keeps a runbook right, what it is about, and by when somebody should look at it.
ALTER TABLE "runbooks"
  ADD COLUMN "owner_id" UUID,
  ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "review_by" DATE;

CREATE INDEX "runbooks_owner_id_idx" ON "runbooks"("owner_id");
CREATE INDEX "runbooks_tags_idx" ON "runbooks" USING gin ("tags");

CREATE TABLE "runbook_services" (
  "runbook_id" UUID NOT NULL,
  "service_id" UUID NOT NULL,

  CONSTRAINT "runbook_services_pkey" PRIMARY KEY ("runbook_id", "service_id"),
  CONSTRAINT "runbook_services_runbook_id_fkey" FOREIGN KEY ("runbook_id") REFERENCES "runbooks"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "runbook_services_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "runbook_services_service_id_idx" ON "runbook_services"("service_id");

-- When a version was walked last is the end of this index.
CREATE INDEX "checklists_runbook_version_id_started_at_idx" ON "checklists"("runbook_version_id", "started_at");
DROP INDEX "checklists_runbook_version_id_idx";
