import type { HeldPart, SignedPart } from "@kubin/schema";
import { putUntilStored } from "./put-until-stored.ts";
import type { SendRun, UploadProgress } from "./send-options.ts";
import { signBatchOf } from "./sign-batch.ts";

/** Sends one part until the store has it; skips what the server says it has. Throws when no retry helps. */
export async function sendPart(opts: {
  run: SendRun;
  part: HeldPart;
  signed: SignedPart;
  progress: UploadProgress;
}): Promise<void> {
  const { run, part, signed, progress } = opts;
  const { bytes, entry } = part;
  const signAgain = async () => (await signBatchOf(run, [entry]))[0]?.upload;
  await putUntilStored({ run, bytes, target: signed.upload, signAgain, progress });
  if (!signed.upload) progress.partsSkipped++;
  progress.waiting = undefined;
  progress.partsStored++;
  progress.bytesStored += bytes.length;
  run.onProgress(progress);
}
