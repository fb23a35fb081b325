import { KubinError, type LargePart, type PartRef } from "@kubin/schema";
import { boundedWork } from "./bounded-work.ts";
import { plainBytes } from "./plain-bytes.ts";
import { putUntilStored } from "./put-until-stored.ts";
import type { SendRun, UploadProgress } from "./send-options.ts";
import { signBatchOf } from "./sign-batch.ts";
import { withRetry } from "./with-retry.ts";

/** Each piece under way is in memory. */
const maxParallel = 4;

interface SendInPieces {
  run: SendRun;
  part: LargePart;
  progress: UploadProgress;
}

/** Sends a part piece by piece, without those the server has, and has them joined. Throws when no retry helps. */
export async function sendInPieces(opts: SendInPieces): Promise<void> {
  const { run, part, progress } = opts;
  const [signed] = await signBatchOf(run, [part.entry]);
  if (signed?.upload) {
    const sentence = "This server is older than this kubin and takes no file of more than 16 MiB that is no text.";
    throw new KubinError("UNSUPPORTED", `${sentence}\nUpdate the server, or leave --include-raw away.`);
  }
  if (signed?.pieces) await sendPieces(opts, new Set(signed.pieces.stored));
  else {
    progress.partsSkipped++;
    progress.bytesStored += part.entry.size;
  }
  progress.waiting = undefined;
  progress.partsStored++;
  run.onProgress(progress);
}

async function sendPieces(opts: SendInPieces, stored: ReadonlySet<number>): Promise<void> {
  const { run, part, progress } = opts;
  const { type, namespace, sha256 } = part.entry;
  const ref = { snapshotId: run.snapshotId, type, namespace, sha256 };
  const work = boundedWork(Math.min(run.concurrency, maxParallel));
  const count = (bytes: Uint8Array) => {
    progress.bytesStored += bytes.length;
    progress.waiting = undefined;
    run.onProgress(progress);
  };
  let number = 0;
  for await (const bytes of part.pieces()) {
    number++;
    const own = { ref, number, bytes };
    if (stored.has(number)) count(bytes);
    else if (!(await work.start(() => sendPiece(opts, own).then(() => count(bytes))))) break;
  }
  await work.finish();
  await withRetry(run, () => run.client.upload.joinPieces.mutate(ref));
}

async function sendPiece(
  { run, progress }: SendInPieces,
  { ref, number, bytes }: { ref: PartRef; number: number; bytes: Uint8Array },
): Promise<void> {
  const pieceSha256 = await digestOf(bytes);
  const sign = () => withRetry(run, () => run.client.upload.signPiece.mutate({ ...ref, number, pieceSha256 }));
  const signAgain = async () => (await sign()).upload;
  await putUntilStored({ run, bytes, target: await signAgain(), signAgain, progress });
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", plainBytes(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
