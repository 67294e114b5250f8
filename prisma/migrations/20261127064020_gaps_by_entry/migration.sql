ALTER TABLE "incident_placeholders"
  ALTER COLUMN "seq" SET NOT NULL,
  ADD CONSTRAINT "incident_placeholders_pkey" PRIMARY KEY ("incident_id", "seq");
