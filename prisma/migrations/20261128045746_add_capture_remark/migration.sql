-- AlterTable
ALTER TABLE "capture_reports" ADD COLUMN     "remark" JSONB;
