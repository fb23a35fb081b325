import { getOverview, whoCan } from "@kubin/core";
import { Overview, SnapshotRef, WhoCan, WhoCanQuery } from "@kubin/schema";
import type { TRPCRouterRecord } from "@trpc/server";
import { get } from "../routes.ts";
import { procedure } from "../trpc.ts";

/** What is wrong in a cluster, before anybody asks. */
export const analyticsRouter = {
  overview: procedure
    .meta(get("/snapshots/{snapshotId}/overview", "What fails and why, warnings, nodes and coverage"))
    .input(SnapshotRef)
    .output(Overview)
    .query(({ ctx, input }) => getOverview({ ctx, input })),
  whoCan: procedure
    .meta(get("/snapshots/{snapshotId}/who-can", "Whom the captured RBAC allows something"))
    .input(WhoCanQuery)
    .output(WhoCan)
    .query(({ ctx, input }) => whoCan({ ctx, input })),
} satisfies TRPCRouterRecord;
