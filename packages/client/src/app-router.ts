import * as s from "@kubin/schema";
import { initTRPC } from "@trpc/server";
import { z } from "zod";

const t = initTRPC.create();
const q = <I extends z.ZodType, O extends z.ZodType>(i: I, o: O) =>
  t.procedure
    .input(i)
    .output(o)
    .query((): never => {
      throw 1;
    });
const m = <I extends z.ZodType, O extends z.ZodType>(i: I, o: O) =>
  t.procedure
    .input(i)
    .output(o)
    .mutation((): never => {
      throw 1;
    });
const r = t.router({
  upload: {
    begin: m(s.BeginUpload, s.UploadTicket),
    sign: m(s.SignParts, s.SignedParts),
    complete: m(s.CompleteUpload, s.Snapshot),
    abort: m(s.AbortUpload, s.Snapshot),
  },
  metadata: {
    list: q(s.ListSnapshots, s.SnapshotPage),
    get: q(s.SnapshotRef, s.Snapshot),
    open: t.procedure.output(s.Snapshot).query((): never => {
      throw 1;
    }),
    watch: t.procedure.input(s.SnapshotRef).subscription(async function* (): AsyncGenerator<s.Snapshot> {}),
    delete: m(s.SnapshotRef, z.void()),
    resources: q(s.ListResources, s.ResourcePage),
    resource: q(s.ResourceRef, s.ResourceDetail),
    kinds: q(s.SnapshotRef, z.array(s.KindCount)),
    namespaces: q(s.SnapshotRef, z.array(z.string())),
    events: q(s.ListEvents, s.EventPage),
  },
  storage: { downloads: q(s.SnapshotRef, s.DownloadList) },
  analytics: { overview: q(s.SnapshotRef, s.Overview) },
  query: {
    searchLogs: q(s.SearchLogs, s.LogHits),
    countLogs: q(s.LogQuery, s.LogCount),
    viewLog: q(s.ViewLog, s.LogView),
    linesAround: q(s.LinesAround, s.LogView),
    streams: q(s.ListLogStreams, s.LogStreamPage),
  },
});
export type AppRouter = typeof r;
