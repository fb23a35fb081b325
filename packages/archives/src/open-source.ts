import { lstat, open, realpath } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { KubinError } from "@kubin/schema";
import type { OpenedSource } from "./bundle-source.ts";
import { checkCancelled } from "./check-cancelled.ts";
import { fileError } from "./file-error.ts";
import { fileSource } from "./file-source.ts";
import { folderSource } from "./folder/folder-source.ts";
import { spoolChunks } from "./spool-chunks.ts";

interface OpenSource {
  /** A folder, an archive, a document; "-" reads `stdin`. */
  path: string | "-";
  /** What the source is called; without it as its path ends. */
  name?: string | undefined;
  stdin?: AsyncIterable<Uint8Array>;
  /** Private folder for what comes by stdin and for zips that lie in archives. */
  spoolDir: string;
  signal?: AbortSignal;
}

/**
 * Opens what a person named as a stream of entries. Throws NOT_FOUND, FORBIDDEN, NOT_A_BUNDLE when it is empty or an
 * archive of another kind, BAD_INPUT when it is a zip that was cut, STORE_FULL when stdin does not fit on the disk,
 * CANCELLED. Dispose it: it holds a file, and the spool of stdin.
 */
export async function openSource(opts: OpenSource): Promise<OpenedSource> {
  checkCancelled(opts.signal);
  return opts.path === "-" ? await openStdin(opts) : await openPath(opts);
}

async function openStdin({ stdin, spoolDir, signal }: OpenSource): Promise<OpenedSource> {
  if (!stdin) throw new KubinError("BAD_INPUT", "There is no stdin to read from.");
  // Bundles are read twice.
  const maxBytes = Number.POSITIVE_INFINITY;
  const spool = await spoolChunks({ chunks: stdin, spoolDir, signal, maxBytes, isLenient: false }).catch(
    (error: unknown) => {
      throw fileError(error, "stdin");
    },
  );
  if (!spool || spool.bytes === 0) {
    await spool?.close();
    throw new KubinError("NOT_A_BUNDLE", "stdin is empty.");
  }
  return await fileSource({ name: "stdin", handle: spool.handle, close: spool.close, spoolDir, signal });
}

async function openPath({ path, spoolDir, signal, ...opts }: OpenSource): Promise<OpenedSource> {
  const name = opts.name ?? basename(resolve(path));
  try {
    const real = await realpath(path);
    const stat = await lstat(real);
    if (stat.isDirectory()) return await folderSource({ name, root: real, spoolDir, signal });
    if (!stat.isFile()) throw new KubinError("NOT_A_BUNDLE", `${path} is neither a file nor a folder.`);
    if (stat.size === 0) throw new KubinError("NOT_A_BUNDLE", `${path} is empty.`);
    const handle = await open(real, "r");
    return await fileSource({ name, handle, close: () => handle.close(), spoolDir, signal });
  } catch (error) {
    throw fileError(error, path);
  }
}
