/**
 * What a worker process needs beside the parts it has in work, and for each of these: a chunk of 16 MiB or 50,000 lines,
 * whatever the size of the part, as its rows (on V8's heap), as the block that is sent, and as what the collector has not
 * removed yet. Measured, see `docs/operations.md`.
 */
const memory = { baseBytes: 450e6, partBytes: 90e6 };
const heap = { baseBytes: 100e6, partBytes: 50e6 };

interface Room {
  /** Of the machine or of the container. */
  memoryBytes: number;
  /** V8's limit, which follows the memory or is set by `--max-old-space-size`. */
  heapBytes: number;
}

/** How many parts a process works on at once: as many as are wanted, or as it has room for; at least one. */
export function partsAtOnce(wanted: number, { memoryBytes, heapBytes }: Room): number {
  return Math.max(1, Math.min(wanted, fitting(memoryBytes, memory), fitting(heapBytes, heap)));
}

function fitting(bytes: number, { baseBytes, partBytes }: { baseBytes: number; partBytes: number }): number {
  return Math.floor((bytes - baseBytes) / partBytes);
}
