import { z } from "zod";
import { CoverageGap, Insight, LogStreamRef, RedactionCount, RedactionFacts, Remark } from "./manifest.ts";
import { ResourceRow } from "./resource.ts";
import { Snapshot } from "./snapshot.ts";

/** A workload, node or other object in trouble, with the reason in words; pods of one owner are one item. */
export const TroubledItem = ResourceRow.omit({ cells: true, labels: true })
  .extend({
    /** How many objects this stands for (pods of one workload). */
    count: z.int(),
    restarts: z.int(),
    /** Since when, where the object tells: not ready, not scheduled, not available, ended. */
    since: z.iso.datetime({ offset: true }).optional(),
    lastRestartAt: z.iso.datetime({ offset: true }).optional(),
    /** Events about it and its pods, and the last restart of each container, newest first; at most 60. */
    moments: z
      .array(z.object({ at: z.iso.datetime({ offset: true }), what: z.enum(["restart", "warning", "normal"]) }))
      .optional(),
    /** The stream whose last lines most likely tell why, where one was captured. */
    log: LogStreamRef.optional(),
  })
  .meta({ id: "TroubledItem" });
export type TroubledItem = z.infer<typeof TroubledItem>;

/** Warning events with one reason about one kind, counted. */
export const WarningGroup = z
  .object({
    reason: z.string(),
    kind: z.string(),
    count: z.int(),
    objects: z.int(),
    lastAt: z.iso.datetime({ offset: true }).optional(),
    /** One of the messages, the newest. */
    sample: z.string(),
    namespaces: z.array(z.string()),
  })
  .meta({ id: "WarningGroup" });
export type WarningGroup = z.infer<typeof WarningGroup>;

export const Overview = z
  .object({
    snapshot: Snapshot,
    /** Worst first, at most 100. */
    failing: z.array(TroubledItem),
    failingTotal: z.int(),
    /** Does not fail, but look at it: restarted, degraded, cordoned, pending. At most 100; events are told in `warnings`. */
    attention: z.array(TroubledItem),
    attentionTotal: z.int(),
    /** Most frequent first, at most 50. */
    warnings: z.array(WarningGroup),
    warningsTotal: z.int(),
    nodes: z.array(ResourceRow),
    nodeColumns: z.array(z.string()),
    /** At most 200, those by which something is missing first. */
    coverage: z.array(CoverageGap),
    /** Of those by which something is missing (`isNotCaptured`). */
    coverageTotal: z.int(),
    /** Of the others: what the bundle holds twice. */
    duplicatesTotal: z.int(),
    redactions: z.array(RedactionCount),
    /** What the tool that made the bundle found, in its own words, errors first; at most 200. */
    analysis: z.array(Insight),
    analysisTotal: z.int(),
    /** How the uploader redacted; absent for links to a part of the snapshot. */
    redaction: RedactionFacts.optional(),
    /** In the words of the person who captured; absent for links to a part of the snapshot. */
    remark: Remark.optional(),
  })
  .meta({ id: "Overview" });
export type Overview = z.infer<typeof Overview>;

/** A stored part that a whole-snapshot reader may fetch by a signed URL. */
export const Download = z
  .object({
    type: z.string(),
    namespace: z.string(),
    /** File name offered to the reader. */
    filename: z.string(),
    /** `bundle` documents: the path in the bundle. */
    path: z.string().optional(),
    sha256: z.string(),
    /** Bytes as stored (gzip). */
    size: z.int(),
    url: z.url(),
  })
  .meta({ id: "Download" });
export type Download = z.infer<typeof Download>;

export const DownloadList = z
  .object({ items: z.array(Download), expiresAt: z.iso.datetime({ offset: true }) })
  .meta({ id: "DownloadList" });
export type DownloadList = z.infer<typeof DownloadList>;
