import {
  countLogs,
  facetLogs,
  histogramLogs,
  linesAround,
  linesAtMoment,
  listLogFields,
  listLogStreams,
  searchLogs,
  viewLog,
} from "@kubin/core";
import {
  FacetLogs,
  LinesAround,
  LinesAtMoment,
  ListLogStreams,
  LogCount,
  LogFacets,
  LogFields,
  LogHistogram,
  LogHistogramQuery,
  LogHits,
  LogMoment,
  LogQuery,
  LogStreamPage,
  LogView,
  SearchLogs,
  ViewLog,
} from "@kubin/schema";
import type { TRPCRouterRecord } from "@trpc/server";
import { get, post } from "../routes.ts";
import { procedure } from "../trpc.ts";

/** Log lines: by search, by number, around a hit. */
export const queryRouter = {
  searchLogs: procedure
    .meta(get("/snapshots/{snapshotId}/logs/search", "Log lines that match a query"))
    .input(SearchLogs)
    .output(LogHits)
    .query(({ ctx, input }) => searchLogs({ ctx, input })),
  countLogs: procedure
    .meta(get("/snapshots/{snapshotId}/logs/count", "Number of log lines that match a query"))
    .input(LogQuery)
    .output(LogCount)
    .query(({ ctx, input }) => countLogs({ ctx, input })),
  histogram: procedure
    .meta(get("/snapshots/{snapshotId}/logs/histogram", "Log lines that match a query, over time and by level"))
    .input(LogHistogramQuery)
    .output(LogHistogram)
    .query(({ ctx, input }) => histogramLogs({ ctx, input })),
  facets: procedure
    .meta(get("/snapshots/{snapshotId}/logs/facets", "Values of fields of the lines that match a query"))
    .input(FacetLogs)
    .output(LogFacets)
    .query(({ ctx, input }) => facetLogs({ ctx, input })),
  fields: procedure
    .meta(get("/snapshots/{snapshotId}/logs/fields", "Names of the attributes of the lines that match a query"))
    .input(LogQuery)
    .output(LogFields)
    .query(({ ctx, input }) => listLogFields({ ctx, input })),
  viewLog: procedure
    .meta(post("/snapshots/{snapshotId}/logs/view", "Lines of one stream by number, from either end"))
    .input(ViewLog)
    .output(LogView)
    .query(({ ctx, input }) => viewLog({ ctx, input })),
  linesAround: procedure
    .meta(post("/snapshots/{snapshotId}/logs/around", "Lines before and after one line of a stream"))
    .input(LinesAround)
    .output(LogView)
    .query(({ ctx, input }) => linesAround({ ctx, input })),
  linesAtMoment: procedure
    .meta(
      post("/snapshots/{snapshotId}/logs/moment", "Lines of a pod, or of its workload, around the moment of a line"),
    )
    .input(LinesAtMoment)
    .output(LogMoment)
    .query(({ ctx, input }) => linesAtMoment({ ctx, input })),
  streams: procedure
    .meta(get("/snapshots/{snapshotId}/logs/streams", "Log streams by namespace, pod and text"))
    .input(ListLogStreams)
    .output(LogStreamPage)
    .query(({ ctx, input }) => listLogStreams({ ctx, input })),
} satisfies TRPCRouterRecord;
