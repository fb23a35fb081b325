import { getOverview, getTimeline, listCertificates, listImages, listNodeAllocations, whoCan } from "@kubin/core";
import {
  CertificateList,
  CertificateQuery,
  ImageInventory,
  NodeAllocations,
  Overview,
  SnapshotRef,
  Timeline,
  TimelineQuery,
  WhoCan,
  WhoCanQuery,
} from "@kubin/schema";
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
  nodes: procedure
    .meta(get("/snapshots/{snapshotId}/nodes", "What each node has, what its pods ask for, and what was used"))
    .input(SnapshotRef)
    .output(NodeAllocations)
    .query(({ ctx, input }) => listNodeAllocations({ ctx, input })),
  images: procedure
    .meta(get("/snapshots/{snapshotId}/images", "Images of pods and who runs them"))
    .input(SnapshotRef)
    .output(ImageInventory)
    .query(({ ctx, input }) => listImages({ ctx, input })),
  certificates: procedure
    .meta(
      get(
        "/snapshots/{snapshotId}/certificates",
        "X.509 certificates and who holds them, the one that ends first is first",
      ),
    )
    .input(CertificateQuery)
    .output(CertificateList)
    .query(({ ctx, input }) => listCertificates({ ctx, input })),
  timeline: procedure
    .meta(get("/snapshots/{snapshotId}/timeline", "Events and log lines of errors over time"))
    .input(TimelineQuery)
    .output(Timeline)
    .query(({ ctx, input }) => getTimeline({ ctx, input })),
  whoCan: procedure
    .meta(get("/snapshots/{snapshotId}/who-can", "Whom the captured RBAC allows something"))
    .input(WhoCanQuery)
    .output(WhoCan)
    .query(({ ctx, input }) => whoCan({ ctx, input })),
} satisfies TRPCRouterRecord;
