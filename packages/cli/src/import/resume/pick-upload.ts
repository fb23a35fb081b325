import { resolve } from "node:path";
import { KubinError } from "@kubin/schema";
import { type Io, tell } from "../../io.ts";
import { inert } from "../../output/inert.ts";
import { readNotes } from "./read-notes.ts";
import { nameOf } from "./source-words.ts";
import type { UnfinishedUpload } from "./unfinished-upload.ts";

/**
 * The upload that `--resume` means: the newest one, or the newest of `source`. The others are named on stderr. Throws
 * BAD_INPUT when there is none.
 */
export async function pickUpload(io: Io, source: string | undefined): Promise<UnfinishedUpload> {
  const all = await readNotes(io);
  const fits = all.filter((note) => source === undefined || isOf(note, source, io.cwd));
  const [newest, ...others] = fits;
  if (!newest) throw none(all, source);
  if (others.length > 0) {
    tell(io, `Taking the newest, ${nameOf(newest)}. Unfinished too:`);
    for (const note of others) tell(io, `  ${nameOf(note)}, begun ${note.startedAt.slice(0, 16)}Z`);
  }
  return newest;
}

function isOf({ source }: UnfinishedUpload, wanted: string, cwd: string): boolean {
  return wanted === "-" ? source.stdin : !source.stdin && source.path === resolve(cwd, wanted);
}

function none(all: readonly UnfinishedUpload[], source: string | undefined): KubinError {
  if (all.length === 0 || source === undefined) {
    return new KubinError("BAD_INPUT", "No import was stopped that could go on.\n`kubin import <source>` starts one.");
  }
  const known = all.map((note) => `  ${nameOf(note)}`).join("\n");
  return new KubinError("BAD_INPUT", `No stopped import of ${inert(source)} is known here.\nKnown are:\n${known}`);
}
