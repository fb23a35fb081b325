import { isNotCaptured, manifestVersion } from "@kubin/schema";
import { packJob } from "../import/pack-job.ts";
import { sendParcel } from "../import/send-parcel.ts";
import { exitCodes } from "../usage/exit-code.ts";
import { captureProgress } from "./capture-progress.ts";
import type { Capture } from "./open-capture.ts";

/** Captures and uploads side by side. Returns the exit code: 3 where something that was asked for was not got. */
export async function sendCapture({ job, source }: Capture, server: string): Promise<number> {
  const { io, args, plan, name, startedAt } = job;
  using progress = captureProgress({ io, quiet: args.quiet, counts: source.counts });
  const packed = await packJob(job, { onProgress: progress.packed });
  const code = await sendParcel({
    io,
    args,
    parallel: plan.parallel,
    server,
    parcel: {
      begin: { name, layout: job.bundle.layout, manifestVersion, expiresInDays: plan.expiresInDays },
      from: source.name,
      packed,
    },
    note: undefined,
    progress,
    startedAt,
  });
  return code === exitCodes.done && packed.manifest().coverage.some(isNotCaptured) ? exitCodes.partial : code;
}
