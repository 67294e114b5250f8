-- CreateTable
CREATE TABLE "dismissals" (
    "person_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dismissals_pkey" PRIMARY KEY ("person_id","incident_id","seq")
);

-- CreateIndex
CREATE INDEX "dismissals_at_idx" ON "dismissals"("at");
