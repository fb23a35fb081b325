import type { FileHandle } from "node:fs/promises";
import { archiveSource } from "./archive-source.ts";
import type { OpenedSource } from "./bundle-source.ts";
import { checkCancelled } from "./check-cancelled.ts";
import { fileError } from "./file-error.ts";
import { gunzipNode } from "./gunzip-node.ts";

const chunkBytes = 64 * 1024;

interface FileSource {
  name: string;
  /** Owned from here on. */
  handle: FileHandle;
  /** Called once, after the handle is closed. */
  removed?: () => Promise<void>;
  signal: AbortSignal | undefined;
}

/** One open file as a source; reads it by position, so each reading starts at its beginning. */
export async function fileSource(opts: FileSource): Promise<OpenedSource> {
  const dispose = async () => {
    await opts.handle.close();
    await opts.removed?.();
  };
  try {
    const { size } = await opts.handle.stat();
    const source = await archiveSource({
      name: opts.name,
      bytes: size,
      read: () => readFrom(opts, size),
      gunzip: gunzipNode,
    });
    return { ...source, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function* readFrom(opts: FileSource, size: number): AsyncGenerator<Uint8Array> {
  for (let position = 0; position < size; ) {
    checkCancelled(opts.signal);
    const buffer = new Uint8Array(Math.min(chunkBytes, size - position));
    const { bytesRead } = await opts.handle.read(buffer, 0, buffer.length, position).catch((error: unknown) => {
      throw fileError(error, opts.name);
    });
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
