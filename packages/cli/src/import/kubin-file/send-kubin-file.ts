import { resolve } from "node:path";
import { KubinError } from "@kubin/schema";
import { readPolicy } from "../../config/policy.ts";
import type { Io } from "../../io.ts";
import type { ImportArgs } from "../import-args.ts";
import { createProgress } from "../progress/create-progress.ts";
import type { NoteMaker } from "../resume/upload-note.ts";
import { sendParcel } from "../send-parcel.ts";
import { type FileKind, openKubinFile } from "./open-kubin-file.ts";
import { partsOfFile } from "./parts-of-file.ts";
import { verifyKubinFile } from "./verify-kubin-file.ts";

/** Options that decide how a bundle is packed or shown: a kubin file is packed, and was seen when it was written. */
const meaningless = [
  "dry-run",
  "review",
  "to-file",
  "root",
  "split",
  "redact-names",
  "include-raw",
  "keep-secrets",
] as const;

/** Of the command line, what sending a kubin file heeds. */
export type FileArgs = Pick<
  ImportArgs,
  "name" | "expires" | "identity" | "wait" | "quiet" | "output" | "jq" | "pager" | (typeof meaningless)[number]
>;

interface SendKubinFile {
  io: Io;
  args: FileArgs;
  plan: { expiresInDays: number; parallel: number };
  server: string;
  path: string;
  kind: FileKind;
  /** Of the upload to go on with, where its name and days were decided. */
  name?: string | undefined;
  note: NoteMaker | undefined;
}

/**
 * `kubin import x.kubin`: verifies the whole file before the server hears of it, then sends its parts as they are.
 * Throws BAD_INPUT for a damaged file, FORBIDDEN where the policy of this machine forbids what it holds.
 */
export async function sendKubinFile(opts: SendKubinFile): Promise<number> {
  const { io, args, plan, server, path, kind, note } = opts;
  const startedAt = Date.now();
  const identity = args.identity === undefined ? undefined : resolve(io.cwd, args.identity);
  const read = await openKubinFile({ path, kind, identity, signal: io.signal });
  const { begin, manifest } = await stoppable(io, verifyKubinFile(read()));
  const policy = await readPolicy(io);
  if (manifest.facts.redaction?.secretsKept) policy.allowOption("keep-secrets");
  if (manifest.parts.some(({ type }) => type === "raw")) policy.allowOption("include-raw");
  const name = opts.name ?? args.name?.slice(0, 200) ?? begin.name;
  const { layout, manifestVersion } = begin;
  const expiresInDays = args.expires === undefined ? begin.expiresInDays : plan.expiresInDays;
  using progress = createProgress({ io, quiet: args.quiet });
  return await sendParcel({
    io,
    args,
    parallel: plan.parallel,
    server,
    parcel: {
      begin: { name, layout, manifestVersion, expiresInDays },
      from: name,
      packed: { parts: partsOfFile(read, manifest), manifest: () => manifest },
    },
    note: note?.({ server, name, layout, ...(identity !== undefined && { identity }) }),
    progress,
    startedAt,
  });
}

/** Throws BAD_INPUT for options that can do nothing with a kubin file. */
export function refuseMeaningless(args: FileArgs): void {
  const given = meaningless.find((name) => args[name] !== undefined && args[name] !== false);
  if (given === undefined) return;
  const sentence = `This is a kubin file: it is packed and redacted already, so --${given} can do nothing.`;
  throw new KubinError("BAD_INPUT", `${sentence}\nLeave it away, or import the bundle it was made of.`);
}

/** What Ctrl-C did while nothing was made yet. */
async function stoppable<T>(io: Io, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!io.signal.aborted) throw error;
    throw new KubinError("CANCELLED", "Stopped. Nothing was made on the server.", { cause: error });
  }
}
