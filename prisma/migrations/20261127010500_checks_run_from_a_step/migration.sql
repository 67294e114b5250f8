-- CreateEnum
CREATE TYPE "target_kind" AS ENUM ('http', 'prometheus');

-- CreateEnum
CREATE TYPE "check_kind" AS ENUM ('http', 'query');

-- CreateTable
CREATE TABLE "check_targets" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "target_kind" NOT NULL,
    "base_url" TEXT NOT NULL,
    "secret" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_targets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_checks" (
    "item_id" UUID NOT NULL,
    "kind" "check_kind" NOT NULL,
    "index" INTEGER NOT NULL,
    "target_id" UUID NOT NULL,
    "request_text_id" UUID NOT NULL,
    "output_text_id" UUID NOT NULL,
    "status" INTEGER,
    "ms" INTEGER NOT NULL,
    "passed" BOOLEAN,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "step_checks_pkey" PRIMARY KEY ("item_id","kind","index")
);

-- AddForeignKey
ALTER TABLE "step_checks" ADD CONSTRAINT "step_checks_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "checklist_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
