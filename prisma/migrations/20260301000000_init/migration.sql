-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "partial" BOOLEAN NOT NULL,
    "failure" TEXT,
    "name" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "cluster_name" TEXT,
    "cluster_uid" TEXT,
    "kubernetes_version" TEXT,
    "captured_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "retain_week" TEXT NOT NULL,
    "last_upload_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "links" (
    "token_hash" TEXT NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "all_namespaces" BOOLEAN NOT NULL,
    "namespaces" TEXT[],
    "logs" BOOLEAN NOT NULL,

    CONSTRAINT "links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "tickets" (
    "ticket_hash" TEXT NOT NULL,
    "snapshot_id" UUID NOT NULL,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("ticket_hash")
);

-- CreateTable
CREATE TABLE "parts" (
    "key" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "items" INTEGER NOT NULL,
    "members" JSONB,
    "path" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "turn" SMALLINT NOT NULL,
    "events" INTEGER NOT NULL DEFAULT 0,
    "streams" INTEGER NOT NULL DEFAULT 0,
    "worker" TEXT,
    "lease_token" TEXT,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "parts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "log_intents" (
    "part_id" BIGINT NOT NULL,
    "chunk" INTEGER NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "done" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "log_intents_pkey" PRIMARY KEY ("part_id","chunk")
);

-- CreateTable
CREATE TABLE "resources" (
    "snapshot_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "part_id" BIGINT NOT NULL,
    "index" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "plural" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "uid" TEXT,
    "created_at" TIMESTAMPTZ(3),
    "labels" JSONB NOT NULL,
    "health" SMALLINT NOT NULL,
    "reason" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "restarts" INTEGER NOT NULL,
    "owners" TEXT[],
    "uses" TEXT[],
    "search_text" TEXT NOT NULL,
    "object" JSONB NOT NULL,

    CONSTRAINT "resources_pkey" PRIMARY KEY ("snapshot_id","generation","part_id","index")
);

-- CreateTable
CREATE TABLE "resource_counts" (
    "snapshot_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "part_id" BIGINT NOT NULL,
    "group" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "plural" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "health" SMALLINT NOT NULL,
    "objects" INTEGER NOT NULL,

    CONSTRAINT "resource_counts_pkey" PRIMARY KEY ("snapshot_id","generation","part_id","group","version","kind","plural","namespace","health")
);

-- CreateTable
CREATE TABLE "events" (
    "snapshot_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "part_id" BIGINT NOT NULL,
    "index" INTEGER NOT NULL,
    "namespace" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL,
    "about_group" TEXT NOT NULL,
    "about_kind" TEXT NOT NULL,
    "about_namespace" TEXT NOT NULL,
    "about_name" TEXT NOT NULL,
    "about_uid" TEXT,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("snapshot_id","generation","part_id","index")
);

-- CreateTable
CREATE TABLE "log_streams" (
    "snapshot_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "part_id" BIGINT NOT NULL,
    "offset" BIGINT NOT NULL,
    "namespace" TEXT NOT NULL,
    "pod" TEXT NOT NULL,
    "container" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "first_line" BIGINT NOT NULL,
    "lines" BIGINT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "first_at" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),

    CONSTRAINT "log_streams_pkey" PRIMARY KEY ("snapshot_id","generation","part_id","offset")
);

-- CreateTable
CREATE TABLE "coverage" (
    "snapshot_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "coverage_pkey" PRIMARY KEY ("snapshot_id","generation","origin","index")
);

-- CreateTable
CREATE TABLE "redactions" (
    "snapshot_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "redactions_pkey" PRIMARY KEY ("snapshot_id","generation","origin","index")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "event" JSONB NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "snapshots_state_last_upload_at_idx" ON "snapshots"("state", "last_upload_at");

-- CreateIndex
CREATE INDEX "snapshots_expires_at_idx" ON "snapshots"("expires_at");

-- CreateIndex
CREATE INDEX "links_snapshot_id_idx" ON "links"("snapshot_id");

-- CreateIndex
CREATE INDEX "tickets_snapshot_id_idx" ON "tickets"("snapshot_id");

-- CreateIndex
CREATE UNIQUE INDEX "parts_id_key" ON "parts"("id");

-- CreateIndex
CREATE INDEX "parts_snapshot_id_generation_type_namespace_idx" ON "parts"("snapshot_id", "generation", "type", "namespace");

-- CreateIndex
CREATE INDEX "log_intents_snapshot_id_idx" ON "log_intents"("snapshot_id");

-- CreateIndex
CREATE INDEX "resources_of_kind" ON "resources"("snapshot_id", "generation", "group", "plural", "namespace", "name", "part_id", "index");

-- CreateIndex
CREATE INDEX "resources_by_name" ON "resources"("snapshot_id", "generation", "namespace", "name", "group", "plural", "part_id", "index");

-- CreateIndex
CREATE INDEX "resources_by_uid" ON "resources"("snapshot_id", "generation", "uid");

-- CreateIndex
CREATE INDEX "events_about" ON "events"("snapshot_id", "generation", "about_namespace", "about_name", "about_kind");

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts" ADD CONSTRAINT "parts_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the Prisma schema cannot say. No trigram index on search_text: it made inserts 2.7 times slower,
-- and a scan of one snapshot of 20,000 objects answers in 13 ms without it (2 ms with it).

CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Byte order: the same pages from every server, whatever its locale.
ALTER TABLE "resources"
    ALTER COLUMN "group" TYPE TEXT COLLATE "C",
    ALTER COLUMN "plural" TYPE TEXT COLLATE "C",
    ALTER COLUMN "namespace" TYPE TEXT COLLATE "C",
    ALTER COLUMN "name" TYPE TEXT COLLATE "C";
ALTER TABLE "resource_counts"
    ALTER COLUMN "group" TYPE TEXT COLLATE "C",
    ALTER COLUMN "plural" TYPE TEXT COLLATE "C",
    ALTER COLUMN "namespace" TYPE TEXT COLLATE "C";
ALTER TABLE "parts"
    ALTER COLUMN "key" TYPE TEXT COLLATE "C",
    ALTER COLUMN "namespace" TYPE TEXT COLLATE "C";
ALTER TABLE "events"
    ALTER COLUMN "namespace" TYPE TEXT COLLATE "C",
    ALTER COLUMN "name" TYPE TEXT COLLATE "C";
ALTER TABLE "log_streams"
    ALTER COLUMN "namespace" TYPE TEXT COLLATE "C",
    ALTER COLUMN "pod" TYPE TEXT COLLATE "C",
    ALTER COLUMN "container" TYPE TEXT COLLATE "C",
    ALTER COLUMN "source" TYPE TEXT COLLATE "C";
ALTER TABLE "coverage" ALTER COLUMN "namespace" TYPE TEXT COLLATE "C";
ALTER TABLE "redactions" ALTER COLUMN "namespace" TYPE TEXT COLLATE "C";

-- Work that waits, in the order it is taken.
CREATE INDEX "parts_waiting" ON "parts" ("snapshot_id", "turn", "id") WHERE "state" = 'STORED';

CREATE INDEX "resources_unwell" ON "resources"
    ("snapshot_id", "generation", "health", "namespace", "name", "group", "plural", "part_id", "index")
    WHERE "health" < 2;
CREATE INDEX "resources_newest" ON "resources"
    ("snapshot_id", "generation", "group", "plural", (coalesce("created_at", '-infinity')) DESC, "namespace", "name",
     "part_id", "index");
CREATE INDEX "resources_owners" ON "resources" USING GIN ("snapshot_id", "owners") WITH (fastupdate = off);
CREATE INDEX "resources_uses" ON "resources" USING GIN ("snapshot_id", "uses") WITH (fastupdate = off);

CREATE INDEX "events_newest" ON "events"
    ("snapshot_id", "generation", (coalesce("last_at", "first_at", '-infinity')), "namespace", "name", "part_id", "index");
CREATE INDEX "log_streams_by_name" ON "log_streams"
    ("snapshot_id", "generation", "namespace", "pod", "container", "source")
    INCLUDE ("lines", "bytes", "first_at", "last_at");

-- Plans depend on how many rows a snapshot has, not on what is in these: a small sample keeps ANALYZE short.
ALTER TABLE "resources"
    ALTER COLUMN "snapshot_id" SET STATISTICS 20,
    ALTER COLUMN "generation" SET STATISTICS 20,
    ALTER COLUMN "part_id" SET STATISTICS 20,
    ALTER COLUMN "index" SET STATISTICS 20,
    ALTER COLUMN "group" SET STATISTICS 20,
    ALTER COLUMN "version" SET STATISTICS 0,
    ALTER COLUMN "kind" SET STATISTICS 20,
    ALTER COLUMN "plural" SET STATISTICS 20,
    ALTER COLUMN "namespace" SET STATISTICS 20,
    ALTER COLUMN "name" SET STATISTICS 20,
    ALTER COLUMN "uid" SET STATISTICS 20,
    ALTER COLUMN "created_at" SET STATISTICS 20,
    ALTER COLUMN "labels" SET STATISTICS 0,
    ALTER COLUMN "health" SET STATISTICS 20,
    ALTER COLUMN "reason" SET STATISTICS 0,
    ALTER COLUMN "cells" SET STATISTICS 0,
    ALTER COLUMN "restarts" SET STATISTICS 0,
    ALTER COLUMN "owners" SET STATISTICS 20,
    ALTER COLUMN "uses" SET STATISTICS 20,
    ALTER COLUMN "search_text" SET STATISTICS 0,
    ALTER COLUMN "object" SET STATISTICS 0;

-- Objects out of the row as soon as a row is large: filters and searches then read 87 instead of 195 MB for 100,000
-- objects. The search text stays uncompressed, since it is read more often than written.
ALTER TABLE "resources" ALTER COLUMN "search_text" SET STORAGE EXTERNAL;
ALTER TABLE "resources" SET (toast_tuple_target = 1024);
