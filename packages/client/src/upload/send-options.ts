import type { KubinError, PartEntry } from "@kubin/schema";
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

/** A part with its bytes in memory. */
export interface HeldPart {
  entry: PartEntry;
  bytes: Uint8Array;
}

/** A part too large for that: its bytes in pieces of `pieceBytes`, the last one smaller, read before the next part is asked for. */
export interface LargePart {
  entry: PartEntry;
  pieces: () => AsyncIterable<Uint8Array>;
}

export type PartToSend = HeldPart | LargePart;

export interface SendOptions {
  client: KubinClient;
  snapshotId: string;
  parts: AsyncIterable<PartToSend>;
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
