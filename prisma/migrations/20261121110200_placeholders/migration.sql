-- What was filled into the gaps of commands, once an incident.
CREATE TABLE "incident_placeholders" (
  "incident_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "text_id" UUID NOT NULL,
  "person_id" UUID,
  "at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "incident_placeholders_pkey" PRIMARY KEY ("incident_id", "name")
);
