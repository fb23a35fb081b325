import { checkCancelled } from "./check-cancelled.ts";
import type { RandomAccess } from "./random-access.ts";

/** A Blob, read by position. Throws CANCELLED. */
export function webFile(blob: Blob, signal: AbortSignal | undefined): RandomAccess {
  async function* read(from: number, to: number): AsyncGenerator<Uint8Array> {
    const reader = blob.slice(from, to).stream().getReader();
    try {
      for (;;) {
        checkCancelled(signal);
        const next = await reader.read();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }
  return { bytes: blob.size, read };
}
