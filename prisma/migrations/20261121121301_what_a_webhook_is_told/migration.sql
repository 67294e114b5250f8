-- CreateEnum
CREATE TYPE "webhook_told" AS ENUM ('updates', 'all');

-- AlterTable: those that exist go on as they were.
ALTER TABLE "webhooks" ADD COLUMN "told" "webhook_told" NOT NULL DEFAULT 'updates';
