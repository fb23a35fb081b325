-- AlterTable
ALTER TABLE "resources" ADD COLUMN     "amounts" JSONB,
ADD COLUMN     "certificates" JSONB,
ADD COLUMN     "images" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "node" TEXT NOT NULL DEFAULT '';

-- Few objects hold a certificate: the list reads those alone.
CREATE INDEX "resources_certificates" ON "resources" ("snapshot_id", "generation") WHERE "certificates" IS NOT NULL;

ALTER TABLE "resources"
    ALTER COLUMN "images" SET STATISTICS 0,
    ALTER COLUMN "node" SET STATISTICS 20,
    ALTER COLUMN "amounts" SET STATISTICS 0,
    ALTER COLUMN "certificates" SET STATISTICS 0;
