import { KubinError } from "@kubin/schema";
import type { Io } from "../io.ts";
import type { ImportArgs } from "./import-args.ts";

/** What yargs gives `kubin import`. */
export type ImportCommandArgs = Omit<ImportArgs, "source"> & {
  source?: string | undefined;
  resume: boolean;
  discard: boolean;
};

/** `kubin import`: a new one, or one that was stopped. Throws BAD_INPUT. */
export async function runImport(io: Io, args: ImportCommandArgs): Promise<number> {
  const { source } = args;
  if (args.resume) {
    if (args.discard) return (await import("./resume/discard-upload.ts")).discardUpload(io, source);
    return (await import("./resume/resume-import.ts")).resumeImport(io, { ...args, source });
  }
  if (args.discard)
    throw new KubinError("BAD_INPUT", "--discard gives a stopped import up: kubin import --resume --discard");
  if (source === undefined) {
    const sentence = "What shall be imported? Name a file, a folder, or - for stdin.";
    throw new KubinError("BAD_INPUT", `${sentence}\n\`kubin import --help\` shows examples.`);
  }
  await (await import("./resume/sweep-spools.ts")).sweepSpools(io);
  return (await import("./import-bundle.ts")).importBundle(io, { ...args, source });
}
