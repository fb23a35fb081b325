import { isKubinError, isNotCaptured, manifestVersion } from "@kubin/schema";
import { packJob } from "../import/pack-job.ts";
import { createProgress } from "../import/progress/create-progress.ts";
import { isResumable } from "../import/resume/upload-note.ts";
import { sendParcel } from "../import/send-parcel.ts";
import { tell } from "../io.ts";
import { exitCodes } from "../usage/exit-code.ts";
import { handOut } from "./hand-out.ts";
import { keepCapture } from "./kept-capture.ts";
import type { Capture } from "./open-capture.ts";

/** Captures and uploads side by side. Returns the exit code: 3 where something that was asked for was not got. */
export async function sendCapture({ job, source }: Capture, server: string): Promise<number> {
  const { io, args, plan, name, startedAt } = job;
  using progress = createProgress({ io, quiet: args.quiet, picture: job.picture });
  const packed = await packJob(job, { onProgress: progress.packed });
  const kept = await keepCapture({ job, packed, server });
  try {
    const code = await sendParcel({
      io,
      args,
      parallel: plan.parallel,
      server,
      parcel: {
        begin: { name, layout: job.bundle.layout, manifestVersion, expiresInDays: plan.expiresInDays },
        from: source.name,
        packed: { parts: kept.parts, manifest: packed.manifest },
      },
      note: kept.note,
      onUploaded: kept.discard,
      progress,
      startedAt,
    });
    return code === exitCodes.done && packed.manifest().coverage.some(isNotCaptured) ? exitCodes.partial : code;
  } catch (error) {
    const goesOn = isKubinError(error) && error.code !== "CANCELLED";
    if (goesOn && !args.quiet) tell(io, "The upload stopped. The capture goes on, into a file on this machine.");
    const file = await kept.withoutUpload();
    progress.stop();
    if (file === undefined || !goesOn || (isResumable(error) && kept.note.kept())) throw error;
    return await handOut({ job, file, why: error });
  }
}
