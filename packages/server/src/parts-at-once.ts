/**
 * What a worker process needs beside the parts it has in work, and for each of these: a chunk of 16 MiB or 50,000 lines,
 * whatever the size of the part, as its rows, as the block that is sent, and as what the collector has not removed yet.
 * Measured as the peak of the process, see `docs/operations.md`.
 */
const baseBytes = 450e6;
const partBytes = 90e6;

/** How many parts a process works on at once: as many as are wanted, fewer where its memory does not hold them; at least one. */
export function partsAtOnce({ wanted, memoryBytes }: { wanted: number; memoryBytes: number }): number {
  return Math.max(1, Math.min(wanted, Math.floor((memoryBytes - baseBytes) / partBytes)));
}
