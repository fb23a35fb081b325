import { listDownloads } from "@kubin/core";
import { DownloadList, SnapshotRef } from "@kubin/schema";
import type { TRPCRouterRecord } from "@trpc/server";
import { get } from "../routes.ts";
import { procedure } from "../trpc.ts";

/** The stored parts themselves, by signed URLs. */
export const storageRouter = {
  downloads: procedure
    .meta(get("/snapshots/{snapshotId}/downloads", "Signed URLs of the stored parts"))
    .input(SnapshotRef)
    .output(DownloadList)
    .query(({ ctx, input }) => listDownloads({ ctx, input })),
} satisfies TRPCRouterRecord;
