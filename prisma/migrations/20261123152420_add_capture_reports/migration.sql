-- CreateTable
CREATE TABLE "capture_reports" (
    "snapshot_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "analysis" JSONB NOT NULL,
    "redaction" JSONB,

    CONSTRAINT "capture_reports_pkey" PRIMARY KEY ("snapshot_id","generation")
);
