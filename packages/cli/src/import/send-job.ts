import { manifestVersion } from "@kubin/schema";
import type { ImportJob } from "./import-job.ts";
import { packJob } from "./pack-job.ts";
import { createProgress } from "./progress/create-progress.ts";
import { packingOf } from "./resume/packing-of.ts";
import { sendParcel } from "./send-parcel.ts";

/** Packs and uploads one bundle, follows it, and tells what became of it. Returns the exit code. */
export async function sendJob(job: ImportJob, server: string): Promise<number> {
  const { io, args, plan, name, startedAt } = job;
  const { layout } = job.bundle;
  using progress = createProgress({ io, quiet: args.quiet, picture: job.picture });
  const packed = await packJob(job, { onProgress: progress.packed });
  return await sendParcel({
    io,
    args,
    parallel: plan.parallel,
    server,
    parcel: {
      begin: { name, layout, manifestVersion, expiresInDays: plan.expiresInDays },
      from: job.source.name,
      packed,
    },
    note: job.note?.({ server, name, layout, packing: packingOf(job) }),
    progress,
    startedAt,
  });
}
