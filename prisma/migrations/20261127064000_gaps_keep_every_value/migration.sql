-- A gap keeps every value that it had: what was done is told with the one that stood there then.
ALTER TABLE "incident_placeholders"
  DROP CONSTRAINT "incident_placeholders_pkey",
  ADD COLUMN "seq" INTEGER;
