import type { Dirent } from "node:fs";
import { lstat, readdir, readlink } from "node:fs/promises";
import { join } from "node:path";
import { KubinError } from "@kubin/schema";
import type { BundleEntry, OpenedSource } from "../bundle-source.ts";
import { checkCancelled } from "../check-cancelled.ts";
import { checkEntries } from "../check-entries.ts";
import { checkEntryPath } from "../entry-path.ts";
import { fileError } from "../file-error.ts";
import { linkStaysInside } from "../link-stays-inside.ts";
import { expandNested } from "../nested/expand-nested.ts";
import { nodePlatform } from "../node-platform.ts";
import { type ProblemLog, problemLog } from "../problem-log.ts";
import type { Expansion } from "../unpack/limit-expansion.ts";
import { unpack } from "../unpack/unpack.ts";
import { readRegularFile } from "./read-regular-file.ts";

/** Deeper than any layout; a folder cannot loop, since links are not followed. */
const maxDepth = 64;

interface Walk {
  root: string;
  problems: ProblemLog;
  expansion: Expansion;
  signal: AbortSignal | undefined;
}

/**
 * A folder as a source, in the order of names. Links are told, never followed; one that leaves the folder is refused.
 * What may not be read is told as a problem. Throws NOT_A_BUNDLE when the folder is empty.
 */
export async function folderSource(opts: {
  name: string;
  root: string;
  /** Private folder for zips that lie in the folder. */
  spoolDir: string;
  signal: AbortSignal | undefined;
}): Promise<OpenedSource> {
  const { root, spoolDir, signal } = opts;
  const problems = problemLog();
  const expansion: Expansion = { read: 0, made: 0 };
  const platform = nodePlatform({ spoolDir, signal });
  const opened = { platform, expansion, problems, signal };
  if ((await readdir(opts.root)).length === 0) throw new KubinError("NOT_A_BUNDLE", `${opts.name} is empty.`);
  return {
    name: opts.name,
    totalBytes: undefined,
    entries: () => checkEntries(expandNested(walk({ root, problems, expansion, signal }, ""), opened), opened),
    isListed: true,
    problems: problems.all,
    unpack: (chunks) => unpack(chunks, { inflate: platform.inflate, expansion }),
    // Files are open only while they are read.
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
}

async function* walk(opts: Walk, folder: string): AsyncGenerator<BundleEntry> {
  checkCancelled(opts.signal);
  if (folder.split("/").length > maxDepth) {
    opts.problems.add({ kind: "refused", path: folder, detail: `Deeper than ${maxDepth} folders.` });
    return;
  }
  for (const found of await namesIn(opts, folder)) {
    const name = folder === "" ? found.name : `${folder}/${found.name}`;
    const checked = checkEntryPath(name);
    if ("refused" in checked) {
      opts.problems.add({ kind: "refused", path: name, detail: checked.refused });
      continue;
    }
    if (found.isDirectory()) {
      yield { path: name, kind: "directory", size: 0, content: nothing };
      yield* walk(opts, name);
      continue;
    }
    const entry = await entryFor(opts, { path: name, found });
    if (entry) yield entry;
  }
}

async function namesIn(opts: Walk, folder: string): Promise<Dirent[]> {
  try {
    const names = await readdir(join(opts.root, folder), { withFileTypes: true });
    return names.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    opts.problems.add({ kind: "forbidden", path: folder, detail: fileError(error, "The folder").message });
    return [];
  }
}

async function entryFor(
  opts: Walk,
  { path, found }: { path: string; found: Dirent },
): Promise<BundleEntry | undefined> {
  const full = join(opts.root, path);
  try {
    if (found.isSymbolicLink()) {
      const linkTarget = await readlink(full);
      if (linkStaysInside(path, linkTarget)) return { path, kind: "link", linkTarget, size: 0, content: nothing };
      opts.problems.add({ kind: "refused", path, detail: "The link leads out of the folder." });
      return undefined;
    }
    if (!found.isFile()) return { path, kind: "other", size: 0, content: nothing };
    const { size } = await lstat(full);
    return { path, kind: "file", size, content: () => contentOf(opts, path) };
  } catch (error) {
    opts.problems.add({ kind: "forbidden", path, detail: fileError(error, "The file").message });
    return undefined;
  }
}

async function* contentOf(opts: Walk, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of readRegularFile(join(opts.root, path), opts.signal)) {
      opts.expansion.read += chunk.length;
      yield chunk;
    }
  } catch (error) {
    const told = fileError(error, "The file");
    if (told.code === "CANCELLED") throw told;
    opts.problems.add({ kind: "forbidden", path, detail: told.message });
    throw told;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
