import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { KubinError } from "@kubin/schema";
import { checkCancelled } from "../check-cancelled.ts";

const chunkBytes = 64 * 1024;

/**
 * The bytes of a file. A link is not followed and nothing but a regular file is read, even when it took the place of
 * one since the folder was listed; opening never waits (a pipe would).
 */
export async function* readRegularFile(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new KubinError("FORBIDDEN", "It is no file any more.");
    // One byte more than there should be, so that a small file takes two small reads.
    const bufferBytes = Math.min(chunkBytes, stat.size + 1);
    for (;;) {
      checkCancelled(signal);
      const buffer = new Uint8Array(bufferBytes);
      const { bytesRead } = await handle.read(buffer, 0, bufferBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
