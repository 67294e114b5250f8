-- AlterTable
ALTER TABLE "status_updates" ADD COLUMN "drafted_to" INTEGER;
