-- One result a check of a step is kept under the lock of its stream; the words may be too long for an index.
ALTER TABLE "step_checks" DROP CONSTRAINT "step_checks_pkey";

ALTER TABLE "step_checks"
  ALTER COLUMN "check_text" SET NOT NULL,
  DROP COLUMN "index",
  ADD CONSTRAINT "step_checks_pkey" PRIMARY KEY ("request_text_id");

CREATE INDEX "step_checks_item_id_idx" ON "step_checks"("item_id");
