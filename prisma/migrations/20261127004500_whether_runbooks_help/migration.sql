-- Whether a runbook helped in an incident, and since when a step was in hand.
CREATE TYPE "helped" AS ENUM ('yes', 'partly', 'no', 'not_used');

CREATE TABLE "runbook_ratings" (
  "incident_id" UUID NOT NULL,
  "runbook_id" UUID NOT NULL,
  "runbook_version_id" UUID NOT NULL,
  "helped" "helped" NOT NULL,
  "person_id" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "runbook_ratings_pkey" PRIMARY KEY ("incident_id", "runbook_id")
);

CREATE INDEX "runbook_ratings_runbook_id_idx" ON "runbook_ratings"("runbook_id");

ALTER TABLE "checklist_items" ADD COLUMN "taken_at" TIMESTAMPTZ(3);
