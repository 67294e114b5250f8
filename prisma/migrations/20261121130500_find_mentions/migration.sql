-- Notes that mention somebody are few among all entries: one's day finds the recent ones without reading the rest.
-- An entry's data is canonical JSON, so a note that mentions nobody always begins alike.
CREATE INDEX "timeline_entries_mentions_idx" ON "timeline_entries" ("at")
  WHERE "kind" = 'note.added' AND "data" NOT LIKE '{"mentions":[],%';
