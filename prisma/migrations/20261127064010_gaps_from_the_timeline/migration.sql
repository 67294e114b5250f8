-- Only the newest values were kept; the timeline has all.
DELETE FROM "incident_placeholders";

INSERT INTO "incident_placeholders" ("incident_id", "seq", "name", "text_id", "person_id", "at")
SELECT "stream_id", "seq", "data"::jsonb ->> 'name', ("data"::jsonb -> 'value' ->> 'textId')::uuid, "actor_id", "at"
FROM "timeline_entries"
WHERE "kind" = 'placeholder.filled';
