-- CreateTable
CREATE TABLE "checklist_second_acts" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "did" "step_state" NOT NULL,
    "note_text_id" UUID,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),

    CONSTRAINT "checklist_second_acts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "checklist_second_acts_item_id_at_idx" ON "checklist_second_acts"("item_id", "at");

-- AddForeignKey
ALTER TABLE "checklist_second_acts" ADD CONSTRAINT "checklist_second_acts_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "checklist_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
