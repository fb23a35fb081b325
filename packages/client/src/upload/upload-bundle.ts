import {
  type BeginUpload,
  type ErrorCode,
  isKubinError,
  type Manifest,
  type PackedPart,
  type Snapshot,
  type UploadTicket,
} from "@kubin/schema";
import type { z } from "zod";
import { createClient, type Fetch, type KubinClient } from "../create-client.ts";
import { defaultRetry, type Retry } from "./retry.ts";
import type { UploadProgress } from "./send-options.ts";
import { sendParts } from "./send-parts.ts";
import { withRetry } from "./with-retry.ts";

export interface UploadBundleOptions {
  /** Base address of the server. */
  server: string;
  begin: z.input<typeof BeginUpload>;
  /** Goes on with the upload of this ticket instead of beginning one: parts that are stored are not sent again. */
  resume?: UploadTicket | undefined;
  /** In the order they shall be sent; each is asked for only when there is room. */
  parts: AsyncIterable<PackedPart>;
  /** Asked for once `parts` is exhausted. */
  manifest: () => Manifest;
  /**
   * Told as soon as the server has made the snapshot, or with the ticket of `resume`: id and link can be shown before
   * a byte is sent. A promise is awaited before the first part; its failure ends the upload.
   */
  onBegin?: ((ticket: UploadTicket) => void | Promise<void>) | undefined;
  /** The same object each time; copy what is kept. */
  onProgress?: ((progress: UploadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  /**
   * What becomes of the upload when it is stopped by `signal`, the server is out of reach or its store is full: "abort"
   * tells the server, which fails the snapshot; "leave" tells nothing, so that `resume` can go on while the server waits
   * for more. Any other failure is told.
   */
  whenStopped?: "abort" | "leave";
  fetch?: Fetch | undefined;
  /** PUTs at the same time. */
  concurrency?: number;
  retry?: Retry;
}

export interface UploadedBundle {
  ticket: UploadTicket;
  /** As the server saw it right after the upload: usually PROCESSING. */
  snapshot: Snapshot;
  progress: UploadProgress;
}

/** A stopped upload is told to the server, but nobody waits longer than this for it. */
const farewellMs = 700;

/** The server says these of an upload that is over: there is nothing left to abort. */
const over: readonly ErrorCode[] = ["CONFLICT", "NOT_FOUND", "EXPIRED"];

/**
 * begin → sign in batches → PUT in parallel, with retry and fresh URLs → complete. Bytes go straight to the store.
 * When it fails after `begin`, the server is told why, so the snapshot shows it at once (see `whenStopped`).
 */
export async function uploadBundle(options: UploadBundleOptions): Promise<UploadedBundle> {
  const { server, signal = new AbortController().signal, retry = defaultRetry } = options;
  const send = options.fetch ?? fetch;
  const starter = createClient({ server, fetch: send, signal });
  const ticket = options.resume ?? (await starter.upload.begin.mutate(options.begin));
  const uploader = { server, fetch: send, ticket: ticket.ticket };
  const client = createClient({ ...uploader, signal });
  try {
    await options.onBegin?.(ticket);
    const progress = await sendParts({
      client,
      snapshotId: ticket.id,
      parts: options.parts,
      concurrency: options.concurrency ?? 6,
      retry,
      fetch: send,
      signal,
      onProgress: options.onProgress ?? (() => {}),
    });
    const manifest = options.manifest();
    const onWait = ({ message }: Error) => {
      progress.waiting = message;
      options.onProgress?.(progress);
    };
    const snapshot = await withRetry({ retry, signal, onWait }, () =>
      client.upload.complete.mutate({ snapshotId: ticket.id, manifest }),
    );
    progress.waiting = undefined;
    return { ticket, snapshot, progress };
  } catch (error) {
    if (isTold(error, options.whenStopped ?? "abort")) {
      await sayWhy(createClient({ ...uploader, signal: AbortSignal.timeout(farewellMs) }), ticket.id, error);
    }
    throw error;
  }
}

/** What passes, so that an upload can go on later. */
const passing: readonly ErrorCode[] = ["CANCELLED", "UNAVAILABLE", "STORE_FULL"];

function isTold(error: unknown, whenStopped: "abort" | "leave"): boolean {
  if (!isKubinError(error)) return true;
  if (over.includes(error.code)) return false;
  return whenStopped === "abort" || !passing.includes(error.code);
}

/** Best effort: the server settles a silent upload by itself after a while. */
async function sayWhy(client: KubinClient, snapshotId: string, error: unknown): Promise<void> {
  const why = error instanceof Error && error.message !== "" ? error.message : "It failed.";
  const reason = isKubinError(error, "CANCELLED") ? "The upload was stopped by the one who started it." : why;
  await client.upload.abort.mutate({ snapshotId, reason: reason.slice(0, 1000) }).catch(() => undefined);
}
