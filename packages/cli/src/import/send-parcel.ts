import type { PackedBundle } from "@kubin/kubernetes";
import type { BeginUpload, UploadTicket } from "@kubin/schema";
import type { Io } from "../io.ts";
import { forget } from "../state/write-state.ts";
import { announce } from "./announce.ts";
import { finishImport } from "./finish-import.ts";
import type { ImportArgs } from "./import-args.ts";
import type { Progress } from "./progress/create-progress.ts";
import { isResumable, type UploadNote } from "./resume/upload-note.ts";
import { whatRemains } from "./what-remains.ts";

/** Parts and a manifest on their way to a server, wherever they come from. */
interface Parcel {
  begin: BeginUpload;
  /** What is read, as progress names it. */
  from: string;
  packed: Pick<PackedBundle, "parts" | "manifest">;
}

interface SendParcel {
  io: Io;
  args: Pick<ImportArgs, "wait" | "quiet" | "output" | "jq" | "pager">;
  parallel: number;
  server: string;
  parcel: Parcel;
  note: UploadNote | undefined;
  /** The server has all of it. */
  onUploaded?: () => Promise<void>;
  progress: Progress;
  /** When the command began, ms. */
  startedAt: number;
}

/** Uploads, the link first, follows the snapshot, and tells what became of it. Returns the exit code. */
export async function sendParcel(opts: SendParcel): Promise<number> {
  const { io, args, server, progress, startedAt } = opts;
  const { ticket, snapshot: first } = await upload(opts);
  const manifest = opts.parcel.packed.manifest();
  return finishImport({ io, args, server, ticket, first, manifest, progress, startedAt });
}

async function upload({ io, args, parallel, server, parcel, note, onUploaded, progress }: SendParcel) {
  const { begin, packed } = parcel;
  const { uploadBundle } = await import("@kubin/client");
  let made: { ticket: UploadTicket; told: Promise<void> } | undefined;
  try {
    const uploaded = await uploadBundle({
      server,
      begin,
      resume: note?.resume,
      parts: packed.parts,
      manifest: () => packed.manifest(),
      concurrency: parallel,
      signal: io.signal,
      // Without a note nothing could go on with it.
      whenStopped: note ? "leave" : "abort",
      onBegin: (ticket) => {
        made = { ticket, told: announce({ io, args, server, ticket, name: begin.name }) };
        progress.reading(parcel.from, begin.layout);
        return note?.keep(ticket);
      },
      onProgress: progress.uploaded,
    });
    await note?.drop();
    await onUploaded?.();
    await made?.told;
    progress.uploadDone(packed.manifest());
    return uploaded;
  } catch (error) {
    progress.stop();
    await made?.told;
    const resumable = note?.kept() === true && isResumable(error);
    if (!resumable) await note?.drop();
    if (made && !resumable) await forget(io, made.ticket.id);
    throw whatRemains({ error, ticket: made?.ticket, progress, resumable });
  }
}
