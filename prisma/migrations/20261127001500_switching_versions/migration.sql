-- A step that a switch to another version left on record keeps the version that has its words.
ALTER TABLE "checklist_items"
  ADD COLUMN "left_version_id" UUID,
  ADD COLUMN "left_parser_version" INTEGER;
