-- Timers of steps and sections.
CREATE TABLE "time_boxes" (
  "id" UUID NOT NULL,
  "stream_id" UUID NOT NULL,
  "checklist_id" UUID NOT NULL,
  "item_id" UUID,
  "seq" INTEGER NOT NULL,
  "started_by_id" UUID,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "overrun_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),

  CONSTRAINT "time_boxes_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "time_boxes_stream_id_seq_key" ON "time_boxes"("stream_id", "seq");
CREATE INDEX "time_boxes_checklist_id_idx" ON "time_boxes"("checklist_id");
