import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Io } from "../../io.ts";
import { resumeFolders } from "./resume-folders.ts";
import { UnfinishedUpload } from "./unfinished-upload.ts";

/** All uploads that were not completed, newest first. A note that cannot be read is no note. */
export async function readNotes(io: Io): Promise<UnfinishedUpload[]> {
  const { uploads } = resumeFolders(io);
  const names = await readdir(uploads).catch(() => []);
  const notes: UnfinishedUpload[] = [];
  for (const name of names.filter((one) => one.endsWith(".json"))) {
    const text = await readFile(join(uploads, name), "utf8").catch(() => "");
    const note = parsed(text);
    if (note) notes.push(note);
  }
  return notes.sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
}

function parsed(text: string): UnfinishedUpload | undefined {
  try {
    return UnfinishedUpload.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
