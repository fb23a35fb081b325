import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Io } from "../../io.ts";
import { resumeFolders } from "./resume-folders.ts";
import type { UnfinishedUpload } from "./unfinished-upload.ts";

/** Puts a note on the disk in one step, readable by its owner alone; it is there when the promise resolves. */
export async function writeNote(io: Io, note: UnfinishedUpload): Promise<void> {
  const { uploads } = resumeFolders(io);
  const path = join(uploads, `${note.ticket.id}.json`);
  const fresh = `${path}.${process.pid}`;
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  try {
    await using file = await open(fresh, "w", 0o600);
    await file.writeFile(`${JSON.stringify(note, null, 2)}\n`);
    await file.sync();
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

export async function removeNote(io: Io, note: Pick<UnfinishedUpload, "ticket">): Promise<void> {
  await rm(join(resumeFolders(io).uploads, `${note.ticket.id}.json`), { force: true });
}
