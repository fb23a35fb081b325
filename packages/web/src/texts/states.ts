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
  failed: "This snapshot failed",
  failedWhy: "Nothing usable arrived.",
  gone: "This snapshot is gone",
  expired: "It has expired; its data is being removed.",
  trashed: "It was deleted.",
} as const;
