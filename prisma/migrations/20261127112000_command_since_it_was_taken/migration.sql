-- Command counts from when it was taken; to be asked is not to have it.
UPDATE "incidents" SET "command_since" = (
  SELECT max("at") FROM "timeline_entries"
  WHERE "stream_id" = "incidents"."id"
    AND "kind" IN ('command.acknowledged', 'command.accepted', 'command.taken')
);
