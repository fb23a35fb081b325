import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import { checkCancelled } from "./check-cancelled.ts";
import { endsReading } from "./ends-reading.ts";
import { fileError } from "./file-error.ts";

interface SpoolChunks {
  chunks: AsyncIterable<Uint8Array>;
  spoolDir: string;
  signal: AbortSignal | undefined;
  maxBytes: number;
  /** Whether damage ends the bytes instead of being thrown. */
  isLenient: boolean;
}

interface Spool {
  handle: FileHandle;
  bytes: number;
  /** Closes the file and removes it. */
  close(): Promise<void>;
}

/**
 * Writes bytes to a file that only its owner can read. Its name is taken away at once where the system allows it, so that
 * nothing stays behind whatever ends the program; else by `close`. Undefined when there are more than `maxBytes`.
 */
export async function spoolChunks(opts: SpoolChunks): Promise<Spool | undefined> {
  const path = join(opts.spoolDir, `spool-${randomUUID()}`);
  const handle = await open(path, "wx+", 0o600).catch((error: unknown) => {
    throw fileError(error, opts.spoolDir);
  });
  const isGone = await unlink(path).then(
    () => true,
    () => false,
  );
  const close = async () => {
    await handle.close();
    if (!isGone) await unlink(path).catch(() => undefined);
  };
  try {
    const bytes = await write(handle, opts);
    if (bytes !== undefined) return { handle, bytes, close };
    await close();
    return undefined;
  } catch (error) {
    await close();
    throw error;
  }
}

/** How many bytes it wrote; undefined when they are too many. */
async function write(handle: FileHandle, opts: SpoolChunks): Promise<number | undefined> {
  let bytes = 0;
  try {
    for await (const chunk of opts.chunks) {
      checkCancelled(opts.signal);
      bytes += chunk.length;
      if (bytes > opts.maxBytes) return undefined;
      await handle.appendFile(chunk).catch((error: unknown) => {
        throw fileError(error, opts.spoolDir);
      });
    }
  } catch (error) {
    if (!opts.isLenient || endsReading(error)) throw error;
  }
  return bytes;
}
