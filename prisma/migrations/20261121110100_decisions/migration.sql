-- Decisions: questions of a runbook's flowcharts, walked in a checklist.
CREATE TYPE "item_kind" AS ENUM ('step', 'decision');

ALTER TABLE "checklist_items"
  ADD COLUMN "kind" "item_kind" NOT NULL DEFAULT 'step',
  ADD COLUMN "answer_to" TEXT,
  ADD COLUMN "answer_label" TEXT,
  ADD COLUMN "left" BOOLEAN NOT NULL DEFAULT false;
