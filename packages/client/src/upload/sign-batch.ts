import { KubinError, type PartEntry, type SignedPart } from "@kubin/schema";
import type { SendRun } from "./send-options.ts";
import { withRetry } from "./with-retry.ts";

/** Signed URLs for these parts, in their order. Throws INTERNAL when the server leaves one out. */
export async function signBatchOf(run: SendRun, entries: readonly PartEntry[]): Promise<SignedPart[]> {
  const { snapshotId } = run;
  const answer = await withRetry(run, () => run.client.upload.sign.mutate({ snapshotId, parts: [...entries] }));
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
