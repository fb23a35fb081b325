import { randomBytes } from "node:crypto";
import { basename, resolve } from "node:path";
import type { UploadedBundle } from "@kubin/client";
import {
  isKubinError,
  isSettled,
  type KubinError,
  manifestVersion,
  type Snapshot,
  type UploadTicket,
} from "@kubin/schema";
import { type Io, print, tell } from "../io.ts";
import { formatBytes, plural } from "../output/format-numbers.ts";
import { outputFormat } from "../output/output-format.ts";
import { printJsonLine, printResult, type ResultArgs } from "../output/print-result.ts";
import { serverOf } from "../session/server-of.ts";
import { forget, rememberMade } from "../state/write-state.ts";
import { exitCodes } from "../usage/exit-code.ts";
import { inRange } from "../usage/in-range.ts";
import { cliVersion } from "../version/cli-version.ts";
import { tellClosing } from "./closing.ts";
import { nodeSpool } from "./node-spool.ts";
import { type OpenedBundle, openBundle } from "./open-bundle.ts";
import { parseDays } from "./parse-days.ts";
import { privateFolder } from "./private-folder.ts";
import { createProgress, type Progress } from "./progress/create-progress.ts";

export interface ImportArgs extends ResultArgs {
  source: string;
  server?: string | undefined;
  name?: string | undefined;
  expires: string;
  wait?: boolean | undefined;
  parallel: number;
  quiet: boolean;
}

/** `kubin import`: the link first, then the upload, then what became of it. */
export async function importBundle(io: Io, args: ImportArgs): Promise<number> {
  const startedAt = Date.now();
  outputFormat(args);
  const expiresInDays = parseDays(args.expires);
  const parallel = inRange({ name: "--parallel", value: args.parallel, min: 1, max: 32 });
  const server = await normalised(serverOf(io, args));
  await using folder = await privateFolder(io);
  await using bundle = await openBundle({ io, path: args.source, spoolDir: folder.path });
  using progress = createProgress(io, args.quiet);
  const run = { io, args, server, bundle, progress, folder: folder.path };
  const uploaded = await upload({ ...run, expiresInDays, parallel });
  const snapshot = await settle({ ...run, uploaded });
  progress.stop();
  await printLast(io, args, { ...snapshot, url: uploaded.ticket.url });
  if (!args.quiet) await tellClosing({ io, server, snapshot, ticket: uploaded.ticket, tookMs: Date.now() - startedAt });
  if (io.signal.aborted) return exitCodes.stopped;
  if (snapshot.state === "FAILED") return exitCodes.error;
  return snapshot.partial ? exitCodes.partial : exitCodes.done;
}

interface Run {
  io: Io;
  args: ImportArgs;
  server: string;
  bundle: OpenedBundle;
  progress: Progress;
  folder: string;
}

async function normalised(server: string): Promise<string> {
  return (await import("@kubin/client")).normaliseServer(server);
}

async function upload(run: Run & { expiresInDays: number; parallel: number }): Promise<UploadedBundle> {
  const { io, args, server, bundle, progress } = run;
  const [{ packBundle }, { uploadBundle }] = await Promise.all([import("@kubin/kubernetes"), import("@kubin/client")]);
  const { source, bundle: detected } = bundle;
  const { layout } = detected;
  const spool = nodeSpool({ folder: run.folder, platform: io.platform });
  const tool = `kubin ${cliVersion}`;
  const packed = packBundle({ source, bundle: detected, redaction: { key: randomBytes(32) }, tool, spool, signal: io.signal, onProgress: progress.packed });
  const name = nameOf(args);
  let made: { ticket: UploadTicket; told: Promise<void> } | undefined;
  try {
    const uploaded = await uploadBundle({
      server,
      begin: { name, layout, manifestVersion, expiresInDays: run.expiresInDays },
      parts: packed.parts,
      manifest: () => packed.manifest(),
      concurrency: run.parallel,
      signal: io.signal,
      onBegin: (ticket) => {
        made = { ticket, told: announce(run, ticket, name) };
        progress.reading(source.name, layout);
      },
      onProgress: progress.uploaded,
    });
    await made?.told;
    progress.uploadDone(packed.manifest());
    return uploaded;
  } catch (error) {
    progress.stop();
    await made?.told;
    if (made) await forget(io, made.ticket.id);
    throw await whatRemains({ error, ticket: made?.ticket, progress });
  }
}

/** The link, alone on the first line of stdout, before a byte is sent; and remembered, for `kubin open`. */
async function announce({ io, args, server }: Run, ticket: UploadTicket, name: string): Promise<void> {
  const { id, url, state } = ticket;
  if (outputFormat(args) === "json") await printJsonLine(io, { id, url, state });
  else await print(io, `${url}\n`);
  await rememberMade(io, { server, id, name, link: url, at: new Date().toISOString() });
}

function nameOf({ name, source }: ImportArgs): string {
  const own = source === "-" ? "stdin" : basename(resolve(source));
  return (name ?? own).slice(0, 200) || "bundle";
}

/** A failure after the snapshot was made says what lies where. */
async function whatRemains(opts: {
  error: unknown;
  ticket: UploadTicket | undefined;
  progress: Progress;
}): Promise<unknown> {
  const { error, ticket, progress } = opts;
  if (!isKubinError(error)) return error;
  const { KubinError } = await import("@kubin/schema");
  const again = (sentence: string): KubinError => new KubinError(error.code, sentence, { cause: error });
  if (!ticket) return error.code === "CANCELLED" ? again("Stopped. Nothing was made on the server.") : error;
  const { partsStored, bytesStored } = progress.sent();
  const what = partsStored === 0 ? "Nothing of it" : `${plural(partsStored, "part")} (${formatBytes(bytesStored)})`;
  const verb = partsStored > 1 ? "lie" : "lies";
  return again(
    `${error.message}\n${what} ${verb} on the server, in the unfinished snapshot ${ticket.id}.\nRemove it: kubin delete ${ticket.id} --yes`,
  );
}

/** Follows the server until the snapshot is settled, where that is wanted. Ctrl-C ends only the waiting. */
async function settle(run: Run & { uploaded: UploadedBundle }): Promise<Snapshot> {
  const { io, args, server, progress, uploaded } = run;
  const { ticket, snapshot: first } = uploaded;
  const wait = args.wait ?? io.terminal.stderr;
  if (!wait || isSettled(first.state)) return first;
  const { createClient, parseLink, watchSnapshot } = await import("@kubin/client");
  const client = createClient({ server, link: parseLink(ticket.url)?.token, signal: io.signal });
  let snapshot = first;
  try {
    for await (const next of watchSnapshot({ client, snapshotId: ticket.id, signal: io.signal })) {
      snapshot = next;
      progress.indexed(next);
    }
  } catch (error) {
    if (!isKubinError(error, "CANCELLED")) throw error;
  }
  if (io.signal.aborted) {
    progress.stop();
    tell(io, "Stopped waiting. Everything is on the server, which goes on indexing it: kubin status --wait");
  }
  return snapshot;
}

/** The last document: a Snapshot with its `url`. With JSON it is one line, as the first. */
async function printLast(io: Io, args: ImportArgs, value: Snapshot & { url: string }): Promise<void> {
  const format = outputFormat(args);
  if (format === "table") return;
  if (format === "json" && args.jq === undefined) return printJsonLine(io, value);
  await printResult({ io, args: { ...args, pager: false }, value, table: () => "" });
}
