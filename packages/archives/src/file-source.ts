import type { FileHandle } from "node:fs/promises";
import { archiveSource } from "./archive-source.ts";
import type { OpenedSource } from "./bundle-source.ts";
import { nodeFile } from "./node-file.ts";
import { nodePlatform } from "./node-platform.ts";

interface FileSource {
  name: string;
  handle: FileHandle;
  /** Closes the handle; called once. */
  close(): Promise<void>;
  spoolDir: string;
  signal: AbortSignal | undefined;
}

/** One open file as a source; reads it by position, so each reading starts at its beginning. */
export async function fileSource(opts: FileSource): Promise<OpenedSource> {
  const { name, handle, signal, spoolDir } = opts;
  const platform = nodePlatform({ spoolDir, signal });
  const dispose = async () => {
    await platform[Symbol.asyncDispose]();
    await opts.close();
  };
  try {
    const { size: bytes } = await handle.stat();
    const source = await archiveSource({ name, file: nodeFile({ name, handle, bytes, signal }), platform, signal });
    return { ...source, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}
