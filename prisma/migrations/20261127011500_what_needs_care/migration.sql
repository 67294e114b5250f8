-- How much care a runbook needs, its links and whether they lead anywhere, and alerts that no runbook answers.
CREATE TABLE "runbook_rot" (
  "runbook_id" UUID NOT NULL,
  "score" INTEGER NOT NULL,
  "reasons" JSONB NOT NULL,
  "reckoned_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "runbook_rot_pkey" PRIMARY KEY ("runbook_id")
);

CREATE INDEX "runbook_rot_score_runbook_id_idx" ON "runbook_rot"("score" DESC, "runbook_id");

CREATE TABLE "runbook_links" (
  "runbook_id" UUID NOT NULL,
  "url" TEXT NOT NULL,

  CONSTRAINT "runbook_links_pkey" PRIMARY KEY ("runbook_id", "url")
);

CREATE INDEX "runbook_links_url_idx" ON "runbook_links"("url");

CREATE TABLE "link_checks" (
  "url" TEXT NOT NULL,
  "next_check_at" TIMESTAMPTZ(3) NOT NULL,
  "checked_at" TIMESTAMPTZ(3),
  "failures" INTEGER NOT NULL DEFAULT 0,

  CONSTRAINT "link_checks_pkey" PRIMARY KEY ("url")
);

CREATE INDEX "link_checks_next_check_at_idx" ON "link_checks"("next_check_at");

CREATE TABLE "unanswered_alerts" (
  "key" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  "first_at" TIMESTAMPTZ(3) NOT NULL,
  "last_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "unanswered_alerts_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "unanswered_alerts_last_at_idx" ON "unanswered_alerts"("last_at");
