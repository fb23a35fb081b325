import { resolve } from "node:path";
import type { Io } from "../../io.ts";
import { fingerprint } from "./fingerprint.ts";
import type { KeptSpool } from "./kept-spool.ts";
import { type NoteMaker, newNote } from "./upload-note.ts";

interface NoteOfSource {
  io: Io;
  /** As it was named on the command line; "-" with its spool. */
  path: string;
  spool: KeptSpool | undefined;
}

/**
 * Takes the fingerprint of a source before it is read, for the notes of uploads of it. Undefined where an upload could
 * not go on: stdin without a spool, or a source that cannot be looked at.
 */
export async function noteOfSource({ io, path, spool }: NoteOfSource): Promise<NoteMaker | undefined> {
  if (path === "-" && !spool) return undefined;
  const absolute = spool?.path ?? resolve(io.cwd, path);
  const mark = await fingerprint(absolute).catch(() => undefined);
  if (mark === undefined) return undefined;
  const source = { path: absolute, stdin: spool !== undefined, fingerprint: mark };
  return (draft) => newNote({ io, draft: { ...draft, source }, onKeep: spool?.noted });
}
