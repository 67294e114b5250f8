-- CreateTable
CREATE TABLE "runbook_sources" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "runbook_sources_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "runbooks" ADD COLUMN "source_id" UUID, ADD COLUMN "detached_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "runbook_versions" ADD COLUMN "commit" JSONB;

-- CreateIndex
CREATE UNIQUE INDEX "runbook_sources_name_key" ON "runbook_sources"("name");

-- CreateIndex
CREATE UNIQUE INDEX "runbooks_source_id_source_path_key" ON "runbooks"("source_id", "source_path");

-- AddForeignKey
ALTER TABLE "runbooks" ADD CONSTRAINT "runbooks_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "runbook_sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
