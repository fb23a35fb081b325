import type { PackedBundle, PackProgress, Redaction } from "@kubin/kubernetes";
import { cliVersion } from "../version/cli-version.ts";
import type { ImportJob } from "./import-job.ts";
import { nodeSpool } from "./node-spool.ts";

interface Watch {
  onProgress(now: PackProgress): void;
  /** Told of each thing that is taken out, with the value: for the eyes of the person at this machine. */
  onRedact?(redaction: Redaction): void;
}

/** Starts to pack the bundle of a job, unless that was done for a review; reading `parts` does the work. */
export async function packJob(job: ImportJob, { onProgress, onRedact }: Watch): Promise<PackedBundle> {
  if (job.packed) return job.packed;
  const { packBundle } = await import("@kubin/kubernetes");
  const { io, source, bundle, redaction, includeRaw } = job;
  return packBundle({
    source,
    bundle,
    redaction: { ...redaction, ...(onRedact && { onRedact }) },
    includeRaw,
    tool: `kubin ${cliVersion}`,
    spool: nodeSpool({ folder: job.folder, platform: io.platform }),
    signal: io.signal,
    onProgress,
  });
}
