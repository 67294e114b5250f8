-- Images as evidence of what came out of a step.
CREATE TABLE "evidence_images" (
  "text_id" UUID NOT NULL,
  "stream_id" UUID NOT NULL,
  "seq" INTEGER NOT NULL,
  "media_type" TEXT NOT NULL,
  "salt" BYTEA,
  "bytes" BYTEA,

  CONSTRAINT "evidence_images_pkey" PRIMARY KEY ("text_id")
);

CREATE INDEX "evidence_images_stream_id_seq_idx" ON "evidence_images"("stream_id", "seq");

-- Compressed already: the database need not try again.
ALTER TABLE "evidence_images" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

ALTER TABLE "checklist_remarks"
  ADD COLUMN "image_type" TEXT,
  ADD COLUMN "image_width" INTEGER,
  ADD COLUMN "image_height" INTEGER;
