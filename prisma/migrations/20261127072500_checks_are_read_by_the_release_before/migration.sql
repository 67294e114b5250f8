-- Instances of the release before name this column whenever they read a room: it stays until none of them is left.
ALTER TABLE "step_checks" ADD COLUMN "index" INTEGER NOT NULL DEFAULT 0;
