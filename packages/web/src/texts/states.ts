import type { SnapshotState } from "@kubin/schema";

/** The state of a snapshot in one word or two. */
export const stateWords: Readonly<Record<SnapshotState, string>> = {
  INITIATED: "waiting for data",
  UPLOADING: "uploading",
  PROCESSING: "indexing",
  COMPLETED: "complete",
  FAILED: "failed",
  TRASHED: "deleted",
  EXPIRED: "expired",
};

export const stateTexts = {
  waiting: "The upload has begun; nothing has arrived yet.",
  uploading: (stored: string, bytes: string) => `Uploading: ${stored} parts have arrived, ${bytes}.`,
  indexing: (indexed: string, known: string) => `Indexing: ${indexed} of ${known} parts are ready to explore.`,
  soFar: "What is shown here is what has been indexed so far.",
  progress: "Parts indexed",
  offline: "You are offline. What is shown stays; the rest follows when the network is back.",
  away: "The server does not answer. What is shown stays; it is asked again every few seconds.",
  engineAway:
    "The server answers, but its log engine or store does not. What is shown stays; it is asked again every few seconds.",
  back: "All answers come again.",
  failed: "This snapshot failed",
  failedWhy: "Nothing usable arrived.",
  gone: "This snapshot is gone",
  expired: "It has expired; its data is being removed. Capture the cluster again for a new one.",
  trashed: "It was deleted; its data is being removed.",
  toSnapshots: "All snapshots",
} as const;
