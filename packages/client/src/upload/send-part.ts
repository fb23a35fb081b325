import type { SignedPart } from "@kubin/schema";
import type { HeldPart } from "./part-queue.ts";
import { putPart } from "./put-part.ts";
import { pause, pauseBefore } from "./retry.ts";
import type { SendRun, UploadProgress } from "./send-options.ts";
import { signBatchOf } from "./sign-batch.ts";

/** Sends one part until the store has it; skips what the server says it has. Throws when no retry helps. */
export async function sendPart(opts: {
  run: SendRun;
  part: HeldPart;
  signed: SignedPart;
  progress: UploadProgress;
}): Promise<void> {
  const { run, part, progress } = opts;
  const bytes = plainBytes(part.bytes);
  let { upload } = opts.signed;
  for (let attempt = 1; upload; attempt++) {
    const put = await putPart({ ...upload, bytes, fetch: run.fetch, signal: run.signal });
    if (put.outcome === "stored") break;
    if (put.outcome === "refused" || attempt >= run.retry.attempts) throw put.error;
    progress.retried++;
    if (put.outcome === "again") {
      run.onWait(put.error);
      await pause(pauseBefore({ attempt, retry: run.retry, retryAfter: put.retryAfter }), run.signal);
    } else {
      run.onProgress(progress);
      // Signed again at once; the server may meanwhile have the part, then there is nothing to send.
      upload = (await signBatchOf(run, [part]))[0]?.upload;
    }
  }
  if (!opts.signed.upload) progress.partsSkipped++;
  progress.waiting = undefined;
  progress.partsStored++;
  progress.bytesStored += part.bytes.length;
  run.onProgress(progress);
}

/** `fetch` takes no view of shared memory; nothing here makes one, and a copy would double what is held. */
function plainBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
