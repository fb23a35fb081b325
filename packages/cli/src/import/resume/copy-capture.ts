import { constants, copyFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Io } from "../../io.ts";

interface CopyCapture {
  io: Io;
  /** The packed capture, in the state folder. */
  file: string;
  name: string;
  startedAt: Date;
}

/**
 * Moves a packed capture to the working directory, since it cannot be made anew: from there it is imported like any
 * kubin file. Returns its name. Throws what the system says, and then the file stays where it was.
 */
export async function copyCapture({ io, file, name, startedAt }: CopyCapture): Promise<string> {
  const time = startedAt.toISOString().slice(0, 19).replace(/[:T]/g, "-");
  const target = `${name.replace(/[^\w.-]+/g, "-").slice(0, 60)}-${time}.kubin`;
  await copyFile(file, resolve(io.cwd, target), constants.COPYFILE_EXCL);
  await rm(file, { force: true });
  return target;
}
