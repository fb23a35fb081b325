import { KubinError, type PartEntry, type SignedPart } from "@kubin/schema";
import type { HeldPart } from "./part-queue.ts";
import type { SendRun } from "./send-options.ts";
import { withRetry } from "./with-retry.ts";

/** Signed URLs for `parts`, in their order. Throws INTERNAL when the server leaves one out. */
export async function signBatchOf(run: SendRun, parts: readonly HeldPart[]): Promise<SignedPart[]> {
  const entries = parts.map((part) => part.entry);
  const { snapshotId } = run;
  const answer = await withRetry(run, () => run.client.upload.sign.mutate({ snapshotId, parts: entries }));
  const byKey = new Map(answer.parts.map((signed) => [signed.key, signed]));
  return entries.map((entry) => {
    const signed = byKey.get(keyOf(snapshotId, entry));
    if (signed) return signed;
    throw new KubinError("INTERNAL", `The server signed no upload for part ${entry.sha256}. Update the server.`);
  });
}

/** The key of a part, as `PartEntry` of the schema says it. */
function keyOf(snapshotId: string, entry: PartEntry): string {
  return `snapshots/${snapshotId}/${entry.type}/${entry.namespace || "_cluster"}/${entry.sha256}`;
}
