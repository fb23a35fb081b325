import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { PackedBundle } from "@kubin/kubernetes";
import { manifestVersion, type PackedPart, type UploadTicket } from "@kubin/schema";
import type { ImportJob } from "../import/import-job.ts";
import { kubinFileVersion } from "../import/kubin-file/begin-document.ts";
import { fingerprint } from "../import/resume/fingerprint.ts";
import { resumeFolders } from "../import/resume/resume-folders.ts";
import { newNote, type UploadNote } from "../import/resume/upload-note.ts";
import { cliVersion } from "../version/cli-version.ts";
import { writeParts } from "./write-parts.ts";

/** A capture, redacted and packed, in a private file from which its upload reads: the moment cannot be captured twice. */
export interface KeptCapture {
  parts: AsyncIterable<PackedPart>;
  note: UploadNote;
  /**
   * Waits for the end of the capture, whatever became of its upload. Resolves to the file that holds it; undefined
   * where it was given up, or the disk did not take it.
   */
  withoutUpload(): Promise<string | undefined>;
  /** The server has it: the file goes. */
  discard(): Promise<void>;
}

interface KeepCapture {
  job: ImportJob;
  packed: PackedBundle;
  server: string;
}

/** Begins to capture. A slow upload does not hold it up, and where it fails the capture goes on. */
export async function keepCapture({ job, packed, server }: KeepCapture): Promise<KeptCapture> {
  const { io, name, plan } = job;
  const { layout } = job.bundle;
  const { spools } = resumeFolders(io);
  const path = join(spools, `${process.pid}-${randomUUID()}`);
  await mkdir(spools, { recursive: true, mode: 0o700 });
  let made: UploadTicket | undefined;
  let noted: UploadNote | undefined;
  let whole = false;
  const takeBack = io.atExit(() => {
    if (!whole || !made) rmSync(path, { force: true });
  });
  const { expiresInDays } = plan;
  const format = { format: "kubin", version: kubinFileVersion, kubin: cliVersion } as const;
  const begin = { ...format, name, layout, manifestVersion, expiresInDays };
  const written = await writeParts({ path, begin, packed });

  async function note(): Promise<void> {
    await written.finished;
    whole = true;
    if (made) await writeNote(made);
  }
  async function writeNote(ticket: UploadTicket): Promise<void> {
    const source = { path, stdin: true, fingerprint: await fingerprint(path) };
    noted ??= newNote({ io, draft: { server, name, layout, source } });
    await noted.keep(ticket);
  }
  // The reader of the parts gets the error.
  const done = note().catch(() => {});
  return {
    parts: written.parts,
    async withoutUpload() {
      await done;
      await written.close();
      return whole ? path : undefined;
    },
    async discard() {
      await done;
      whole = false;
      await rm(path, { force: true });
      takeBack();
    },
    note: {
      resume: undefined,
      // While it is being read it can still become whole.
      kept: () => made !== undefined && (whole || !io.signal.aborted),
      async keep(ticket) {
        made = ticket;
        if (whole) await writeNote(ticket);
      },
      async drop() {
        await done;
        await noted?.drop();
      },
    },
  };
}
