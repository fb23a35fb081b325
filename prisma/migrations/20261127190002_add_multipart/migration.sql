-- AlterTable
ALTER TABLE "parts" ADD COLUMN     "multipart" TEXT;

-- Nearly always empty: the sweep looks in it for uploads that were given up.
CREATE INDEX "parts_multipart" ON "parts" ("snapshot_id") WHERE "multipart" IS NOT NULL;
