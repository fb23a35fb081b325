import type { KubinError, PackedPart } from "@kubin/schema";
import type { Fetch, KubinClient } from "../create-client.ts";
import type { Retry } from "./retry.ts";

export interface UploadProgress {
  /** Bytes the store has, of those known so far. */
  bytesStored: number;
  bytesKnown: number;
  partsStored: number;
  partsKnown: number;
  /** Parts the server had already. */
  partsSkipped: number;
  /** Attempts that had to be repeated. */
  retried: number;
  /** What does not answer, in words, while that is waited for. */
  waiting: string | undefined;
}

export interface SendOptions {
  client: KubinClient;
  snapshotId: string;
  parts: AsyncIterable<PackedPart>;
  concurrency: number;
  retry: Retry;
  fetch: Fetch;
  signal: AbortSignal;
  /** Told after each change; the same object each time. */
  onProgress: (progress: UploadProgress) => void;
}

/** One run of the sender: with its own signal, and a way to say what it waits for. */
export interface SendRun extends SendOptions {
  onWait: (error: KubinError) => void;
}
