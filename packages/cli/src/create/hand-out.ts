import type { KubinError } from "@kubin/schema";
import type { ImportJob } from "../import/import-job.ts";
import { copyCapture } from "../import/resume/copy-capture.ts";
import { print, tell } from "../io.ts";
import { inert } from "../output/inert.ts";
import { exitCodes } from "../usage/exit-code.ts";

interface HandOut {
  job: ImportJob;
  /** The capture, in the state folder. */
  file: string;
  why: KubinError;
}

/**
 * The server made no snapshot, so there is no link: what was captured goes into a kubin file in the working directory,
 * whose name is the result. The exit code is that of an error: what was asked for, a link, is not there.
 */
export async function handOut({ job, file, why }: HandOut): Promise<number> {
  const { io, name } = job;
  tell(io, why.message);
  const target = await copyCapture({ io, file, name, startedAt: new Date(job.startedAt) });
  await print(io, `${inert(target)}\n`);
  tell(io, `The capture is in that file. Where the server is in reach: kubin import ${inert(target)}`);
  return exitCodes.error;
}
