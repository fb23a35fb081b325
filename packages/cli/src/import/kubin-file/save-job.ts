import { isKubinError, KubinError, manifestVersion } from "@kubin/schema";
import type { Encrypter } from "age-encryption";
import { tell } from "../../io.ts";
import { formatBytes } from "../../output/format-numbers.ts";
import { inert } from "../../output/inert.ts";
import { printResult } from "../../output/print-result.ts";
import { exitCodes } from "../../usage/exit-code.ts";
import { cliVersion } from "../../version/cli-version.ts";
import type { ImportJob } from "../import-job.ts";
import { packJob } from "../pack-job.ts";
import { createProgress } from "../progress/create-progress.ts";
import { encrypterTo } from "./age-keys.ts";
import { kubinFileVersion } from "./begin-document.ts";
import { kubinTar } from "./kubin-tar.ts";
import { openSink, type Written } from "./open-sink.ts";
import { toWebStream } from "./to-web-stream.ts";

/** `--to-file`: packs one bundle into a kubin file instead of sending it. Returns the exit code. */
export async function saveJob(job: ImportJob, path: string): Promise<number> {
  const { io, args, plan, name } = job;
  const { layout } = job.bundle;
  const recipients = args["encrypt-to"];
  const encrypter = recipients === undefined ? undefined : await encrypterTo(recipients);
  await using sink = await openSink({ io, path, force: args.force });
  using progress = createProgress({ io, quiet: args.quiet, picture: job.picture });
  progress.reading(job.source.name, layout);
  const packed = await packJob(job, { onProgress: progress.packed });
  const { expiresInDays } = plan;
  const begin = {
    format: "kubin",
    version: kubinFileVersion,
    kubin: cliVersion,
    name,
    layout,
    manifestVersion,
    expiresInDays,
  } as const;
  const tar = kubinTar({ begin, parts: packed.parts, manifest: () => packed.manifest() });
  try {
    for await (const chunk of encrypter ? await encrypted(tar, encrypter) : tar) await sink.write(chunk);
  } catch (error) {
    throw io.signal.aborted && !isKubinError(error, "STORE_FULL") ? stopped(error) : error;
  }
  if (io.signal.aborted) throw stopped(undefined);
  const written = await sink.finish();
  const manifest = packed.manifest();
  progress.uploadDone(manifest);
  progress.stop();
  await tellWritten(job, written, { parts: manifest.parts.length, partial: manifest.truncated });
  return manifest.truncated ? exitCodes.partial : exitCodes.done;
}

async function encrypted(tar: AsyncGenerator<Uint8Array>, encrypter: Encrypter): Promise<AsyncIterable<Uint8Array>> {
  return encrypter.encrypt(toWebStream(tar));
}

function stopped(cause: unknown): KubinError {
  return new KubinError("CANCELLED", "Stopped. No file was written.", { cause });
}

async function tellWritten(job: ImportJob, written: Written, more: { parts: number; partial: boolean }): Promise<void> {
  const { io, args } = job;
  const line = `${inert(written.path)}  ${formatBytes(written.bytes)}  sha256:${written.sha256}`;
  if (written.path === "-") tell(io, line);
  else
    await printResult({
      io,
      args: { ...args, pager: false },
      value: { ...written, ...more },
      table: () => `${line}\n`,
    });
  if (args.quiet) return;
  if (more.partial) tell(io, "The source was damaged or ended early: the file holds what could be read.");
  const key = args["encrypt-to"] === undefined ? "" : " --identity KEYFILE";
  const name = written.path === "-" ? "x.kubin" : inert(written.path);
  tell(io, `Where a server is in reach: kubin import ${name}${key}`);
}
