import { z } from "zod";
import { PageRequest } from "./page.ts";

/** UUIDv7: names rows and objects, gives no right by itself. */
export const SnapshotId = z.uuid();
export type SnapshotId = z.infer<typeof SnapshotId>;

/** INITIATED → UPLOADING → PROCESSING → COMPLETED | FAILED, then TRASHED, EXPIRED. Changes are compare-and-set. */
export const SnapshotState = z.enum([
  "INITIATED",
  "UPLOADING",
  "PROCESSING",
  "COMPLETED",
  "FAILED",
  "TRASHED",
  "EXPIRED",
]);
export type SnapshotState = z.infer<typeof SnapshotState>;

/** The state will not change by itself any more, and the content is all there is. */
export function isSettled(state: SnapshotState): boolean {
  return state !== "INITIATED" && state !== "UPLOADING" && state !== "PROCESSING";
}

export const Cluster = z.object({
  /** The name the source gives it, else a short form of the uid. */
  name: z.string(),
  /** uid of namespace kube-system, where it was captured. */
  uid: z.string().optional(),
});
export type Cluster = z.infer<typeof Cluster>;

export const SnapshotProgress = z.object({
  partsKnown: z.int(),
  partsStored: z.int(),
  partsIndexed: z.int(),
  partsFailed: z.int(),
  /** Packed bytes in the object store. */
  bytesStored: z.int(),
});
export type SnapshotProgress = z.infer<typeof SnapshotProgress>;

export const SnapshotCounts = z.object({
  objects: z.int(),
  types: z.int(),
  namespaces: z.int(),
  events: z.int(),
  logStreams: z.int(),
  logLines: z.int(),
});
export type SnapshotCounts = z.infer<typeof SnapshotCounts>;

export const Snapshot = z
  .object({
    id: SnapshotId,
    state: SnapshotState,
    /** COMPLETED, but something that was announced never came or could not be read. */
    partial: z.boolean(),
    /** FAILED: why, in words. */
    failure: z.string().optional(),
    name: z.string(),
    cluster: Cluster.optional(),
    kubernetesVersion: z.string().optional(),
    /** When the cluster looked like this; ages are relative to it. ISO 8601, as all times. */
    capturedAt: z.iso.datetime({ offset: true }).optional(),
    createdAt: z.iso.datetime({ offset: true }),
    completedAt: z.iso.datetime({ offset: true }).optional(),
    expiresAt: z.iso.datetime({ offset: true }),
    /** The tool and layout the bundle came in, e.g. "must-gather". */
    layout: z.string(),
    progress: SnapshotProgress,
    counts: SnapshotCounts,
    /** Number of coverage gaps within the reader's scope by which something is missing (`isNotCaptured`). */
    gaps: z.int(),
    /** Number of values taken out before the upload. */
    redactions: z.int(),
  })
  .meta({ id: "Snapshot" });
export type Snapshot = z.infer<typeof Snapshot>;

export const SnapshotRef = z.object({ snapshotId: SnapshotId });
export type SnapshotRef = z.infer<typeof SnapshotRef>;

export const ListSnapshots = PageRequest.extend({
  /** Part of a name or cluster name, any case. */
  text: z.string().max(200).optional(),
});
export type ListSnapshots = z.infer<typeof ListSnapshots>;

export const SnapshotPage = z
  .object({ items: z.array(Snapshot), nextCursor: z.string().optional() })
  .meta({ id: "SnapshotPage" });
export type SnapshotPage = z.infer<typeof SnapshotPage>;

const Neighbour = Snapshot.pick({ id: true, name: true, capturedAt: true, createdAt: true });

/** The snapshots of the same cluster that were taken just before and just after. */
export const Neighbours = z
  .object({ previous: Neighbour.optional(), next: Neighbour.optional() })
  .meta({ id: "Neighbours" });
export type Neighbours = z.infer<typeof Neighbours>;
