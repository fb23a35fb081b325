import type { Manifest, Snapshot, UploadTicket } from "@kubin/schema";
import type { Io } from "../io.ts";
import { exitCodes } from "../usage/exit-code.ts";
import { tellClosing } from "./closing.ts";
import type { ImportArgs } from "./import-args.ts";
import { printLast } from "./print-last.ts";
import type { Progress } from "./progress/create-progress.ts";
import { settle } from "./settle.ts";

interface FinishImport {
  io: Io;
  args: Pick<ImportArgs, "wait" | "quiet" | "output" | "jq" | "pager">;
  server: string;
  ticket: UploadTicket;
  /** As the server saw it right after the upload. */
  first: Snapshot;
  /** What was sent, where it was packed just now. */
  manifest?: Manifest | undefined;
  progress: Progress;
  startedAt: number;
}

/** Follows an upload that is complete, and tells what became of it. Returns the exit code. */
export async function finishImport(opts: FinishImport): Promise<number> {
  const { io, args, server, ticket, first, progress } = opts;
  const snapshot = await settle({ io, args, server, ticket, first, progress });
  progress.stop();
  await printLast(io, args, { ...snapshot, url: ticket.url });
  const tookMs = Date.now() - opts.startedAt;
  if (!args.quiet) await tellClosing({ io, server, snapshot, ticket, manifest: opts.manifest, tookMs });
  if (io.signal.aborted) return exitCodes.stopped;
  if (snapshot.state === "FAILED") return exitCodes.error;
  return snapshot.partial ? exitCodes.partial : exitCodes.done;
}
