import { readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Io } from "../../io.ts";
import { readNotes } from "./read-notes.ts";
import { resumeFolders } from "./resume-folders.ts";
import type { UnfinishedUpload } from "./unfinished-upload.ts";
import { removeNote } from "./write-note.ts";

/** No server waits this long for the rest of an upload, and what came by stdin is not redacted. */
const longestMs = 7 * 24 * 60 * 60 * 1000;
/** A spool that was written this recently may be that of a process we cannot see, in another container. */
const freshMs = 60 * 60 * 1000;

/**
 * Removes notes and spools of stdin that are older than seven days, and spools that no note needs: those of this
 * process and of `done`, and after an hour those whose process is gone.
 */
export async function sweepSpools(io: Io, done?: Pick<UnfinishedUpload, "source">): Promise<void> {
  const oldest = Date.now() - longestMs;
  const needed = new Set<string>();
  for (const note of await readNotes(io)) {
    if (Date.parse(note.startedAt) < oldest) await removeNote(io, note);
    else if (note.source.stdin) needed.add(basename(note.source.path));
  }
  const { spools } = resumeFolders(io);
  for (const name of await readdir(spools).catch(() => [])) {
    const path = join(spools, name);
    const seen = await stat(path).catch(() => undefined);
    if (!seen?.isFile()) continue;
    const isOver = isOwn(name) || path === done?.source.path;
    const isLeft = !needed.has(name) && (isOver || (seen.mtimeMs < Date.now() - freshMs && !isAlive(name)));
    const goes = seen.mtimeMs < oldest || isLeft;
    if (goes) await rm(path, { force: true });
  }
}

/** The number of the process that wrote it begins its name. */
function writerOf(name: string): number {
  return Number.parseInt(name, 10);
}

function isOwn(name: string): boolean {
  return writerOf(name) === process.pid;
}

function isAlive(name: string): boolean {
  const pid = writerOf(name);
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
