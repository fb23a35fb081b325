import { lstat, open, realpath } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { KubinError } from "@kubin/schema";
import type { OpenedSource } from "./bundle-source.ts";
import { checkCancelled } from "./check-cancelled.ts";
import { fileError } from "./file-error.ts";
import { fileSource } from "./file-source.ts";
import { folderSource } from "./folder-source.ts";
import { spoolStdin } from "./spool-stdin.ts";

interface OpenSource {
  /** A folder, an archive, a document; "-" reads `stdin`. */
  path: string | "-";
  stdin?: AsyncIterable<Uint8Array>;
  /** Private folder for what comes by stdin. */
  spoolDir: string;
  signal?: AbortSignal;
}

/**
 * Opens what a person named as a stream of entries. Throws NOT_FOUND, FORBIDDEN, NOT_A_BUNDLE when it is empty,
 * STORE_FULL when stdin does not fit on the disk, CANCELLED. Dispose it: it holds a file, and the spool of stdin.
 */
export async function openSource(opts: OpenSource): Promise<OpenedSource> {
  checkCancelled(opts.signal);
  if (opts.path === "-") {
    if (!opts.stdin) throw new KubinError("BAD_INPUT", "There is no stdin to read from.");
    const spooled = await spoolStdin({ stdin: opts.stdin, spoolDir: opts.spoolDir, signal: opts.signal });
    return await fileSource({ name: "stdin", ...spooled, signal: opts.signal });
  }
  return await openPath(opts.path, opts.signal);
}

async function openPath(path: string, signal: AbortSignal | undefined): Promise<OpenedSource> {
  const name = basename(resolve(path));
  try {
    const real = await realpath(path);
    const stat = await lstat(real);
    if (stat.isDirectory()) return await folderSource({ name, root: real, signal });
    if (!stat.isFile()) throw new KubinError("NOT_A_BUNDLE", `${path} is neither a file nor a folder.`);
    if (stat.size === 0) throw new KubinError("NOT_A_BUNDLE", `${path} is empty.`);
    return await fileSource({ name, handle: await open(real, "r"), signal });
  } catch (error) {
    throw fileError(error, path);
  }
}
