import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { PackedBundle } from "@kubin/kubernetes";
import { manifestVersion, type PackedPart, type UploadTicket } from "@kubin/schema";
import type { ImportJob } from "../import/import-job.ts";
import { kubinFileVersion } from "../import/kubin-file/begin-document.ts";
import { kubinTar } from "../import/kubin-file/kubin-tar.ts";
import { openSink } from "../import/kubin-file/open-sink.ts";
import { fingerprint } from "../import/resume/fingerprint.ts";
import { resumeFolders } from "../import/resume/resume-folders.ts";
import { newNote, type UploadNote } from "../import/resume/upload-note.ts";
import { cliVersion } from "../version/cli-version.ts";
import { handOver } from "./hand-over.ts";

/** A capture on its way to the server and, redacted and packed as it is, into a file that an upload can go on from. */
export interface KeptCapture {
  parts: AsyncIterable<PackedPart>;
  note: UploadNote;
  /**
   * Reads the capture to its end without the upload. Resolves to the file that holds it; undefined where it was given
   * up, or the disk did not take it.
   */
  withoutUpload(): Promise<string | undefined>;
}

interface KeepCapture {
  job: ImportJob;
  packed: PackedBundle;
  server: string;
}

/**
 * Reads the capture once for both. When the upload fails the reading goes on, so that what the cluster showed at that
 * moment is not lost: the file is whole then, and noted. A capture that was given up leaves no file.
 */
export async function keepCapture({ job, packed, server }: KeepCapture): Promise<KeptCapture> {
  const { io, name, plan } = job;
  const { layout } = job.bundle;
  const { spools } = resumeFolders(io);
  const path = join(spools, `${process.pid}-${randomUUID()}`);
  await mkdir(spools, { recursive: true, mode: 0o700 });
  const queue = handOver<PackedPart>();
  let made: UploadTicket | undefined;
  let whole = false;
  let noted: UploadNote | undefined;

  async function* passing(): AsyncGenerator<PackedPart> {
    for await (const part of packed.parts) {
      await queue.give(part);
      yield part;
    }
  }
  async function write(): Promise<void> {
    await using sink = await openSink({ io, path, force: false });
    const { expiresInDays } = plan;
    const begin = { format: "kubin", version: kubinFileVersion, kubin: cliVersion } as const;
    const tar = kubinTar({
      begin: { ...begin, name, layout, manifestVersion, expiresInDays },
      parts: passing(),
      manifest: packed.manifest,
    });
    for await (const chunk of tar) await sink.write(chunk);
    queue.end();
    await sink.finish();
    whole = true;
    if (!made) return;
    const source = { path, stdin: true, fingerprint: await fingerprint(path) };
    noted = newNote({ io, draft: { server, name, layout, source } });
    await noted.keep(made);
  }
  const finished = write().catch((error: unknown) => queue.end({ error }));
  return {
    parts: queue.values(),
    async withoutUpload() {
      queue.leave();
      await finished;
      return whole ? path : undefined;
    },
    note: {
      resume: undefined,
      // While it is being read it can still become whole.
      kept: () => made !== undefined && (whole || !io.signal.aborted),
      async keep(ticket) {
        made = ticket;
      },
      async drop() {
        await finished;
        await noted?.drop();
        await rm(path, { force: true });
      },
    },
  };
}
