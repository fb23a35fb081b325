import type { UploadTarget } from "@kubin/schema";
import { plainBytes } from "./plain-bytes.ts";
import { putPart } from "./put-part.ts";
import { pause, pauseBefore } from "./retry.ts";
import type { SendRun, UploadProgress } from "./send-options.ts";

/**
 * PUTs until the store has the bytes. `signAgain` is asked for another URL when one expired; where it gives none, the
 * server has them already. Throws when no retry helps.
 */
export async function putUntilStored(opts: {
  run: SendRun;
  bytes: Uint8Array;
  target: UploadTarget | undefined;
  signAgain: () => Promise<UploadTarget | undefined>;
  progress: UploadProgress;
}): Promise<void> {
  const { run, progress } = opts;
  const bytes = plainBytes(opts.bytes);
  let { target } = opts;
  for (let attempt = 1; target; attempt++) {
    const put = await putPart({ ...target, bytes, fetch: run.fetch, signal: run.signal });
    if (put.outcome === "stored") return;
    if (put.outcome === "refused" || attempt >= run.retry.attempts) throw put.error;
    progress.retried++;
    if (put.outcome === "again") {
      run.onWait(put.error);
      await pause(pauseBefore({ attempt, retry: run.retry, retryAfter: put.retryAfter }), run.signal);
    } else {
      run.onProgress(progress);
      target = await opts.signAgain();
    }
  }
}
