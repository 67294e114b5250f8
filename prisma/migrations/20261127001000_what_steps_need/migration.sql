-- Steps that wait for a second person, and what steps added by hand need.
ALTER TABLE "checklist_items"
  ADD COLUMN "asked_by_id" UUID,
  ADD COLUMN "asked_at" TIMESTAMPTZ(3),
  ADD COLUMN "needs_evidence" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "needs_second_person" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "time_box_minutes" INTEGER;
