import { type HeldPart, KubinError, type SignedPart } from "@kubin/schema";
import { boundedWork } from "./bounded-work.ts";
import { createPartQueue, type PartQueue } from "./part-queue.ts";
import { sendInPieces } from "./send-in-pieces.ts";
import type { SendOptions, SendRun, UploadProgress } from "./send-options.ts";
import { sendPart } from "./send-part.ts";
import { signBatchOf } from "./sign-batch.ts";

/** The server signs at most this many at once. */
const signBatch = 100;
/** Held in memory at once, over all stages: four parts of the largest size, or many small ones. */
const bounds = { parts: 200, bytes: 64 * 1024 * 1024 };

/**
 * Signs parts as they become known and sends them in parallel. While one signing is under way the next batch gathers,
 * so the first part leaves at once and a fast packer signs a hundred at a time. The first failure stops all.
 */
export async function sendParts(options: SendOptions): Promise<UploadProgress> {
  const stop = new AbortController();
  const progress: UploadProgress = {
    bytesStored: 0,
    bytesKnown: 0,
    partsStored: 0,
    partsKnown: 0,
    partsSkipped: 0,
    retried: 0,
    waiting: undefined,
  };
  const run: SendRun = {
    ...options,
    signal: AbortSignal.any([options.signal, stop.signal]),
    onWait: (error) => {
      progress.waiting = error.message;
      options.onProgress(progress);
    },
  };
  const queue = createPartQueue(bounds);
  const giveUp = (error: unknown) => {
    queue.close(error);
    stop.abort(error);
  };
  const cancel = () => giveUp(new KubinError("CANCELLED", "Stopped."));
  options.signal.addEventListener("abort", cancel, { once: true });
  if (options.signal.aborted) cancel();
  try {
    const stages = [fill(run, queue, progress), drain(run, queue, progress)];
    for (const stage of stages) stage.catch(giveUp);
    await Promise.all(stages);
    return progress;
  } finally {
    options.signal.removeEventListener("abort", cancel);
  }
}

async function fill(run: SendRun, queue: PartQueue, progress: UploadProgress): Promise<void> {
  for await (const part of run.parts) {
    progress.partsKnown++;
    progress.bytesKnown += part.entry.size;
    run.onProgress(progress);
    if ("bytes" in part) await queue.put(part);
    else await sendInPieces({ run, part, progress });
  }
  queue.close();
}

/** One signer feeds up to `concurrency` senders; the first failure ends all. */
async function drain(run: SendRun, queue: PartQueue, progress: UploadProgress): Promise<void> {
  const work = boundedWork(run.concurrency);
  const send = async (part: HeldPart, signed: SignedPart) => {
    try {
      await sendPart({ run, part, signed, progress });
      queue.release(part);
    } catch (error) {
      // Also whoever waits for the next part, which a large file may hold up for long.
      queue.close(error);
      throw error;
    }
  };
  for (let goesOn = true; goesOn; ) {
    const batch = await queue.take(signBatch);
    if (batch.length === 0) break;
    const signed = await signBatchOf(
      run,
      batch.map((part) => part.entry),
    );
    for (const [index, part] of batch.entries()) {
      const own = signed[index];
      goesOn = own !== undefined && (await work.start(() => send(part, own)));
      if (!goesOn) break;
    }
  }
  await work.finish();
}
