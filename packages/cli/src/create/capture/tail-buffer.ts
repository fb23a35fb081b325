export interface TailBuffer {
  add(chunk: Uint8Array): void;
  /** The last bytes, from the beginning of a line on where there is one. */
  lines(): Uint8Array[];
}

/** Keeps the last `maxBytes` of what comes. */
export function tailBuffer(maxBytes: number): TailBuffer {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let dropped = false;
  return {
    add(chunk) {
      chunks.push(chunk);
      bytes += chunk.length;
      while (bytes > maxBytes) {
        const first = chunks[0] ?? chunk;
        const extra = bytes - maxBytes;
        dropped = true;
        if (first.length <= extra) chunks.shift();
        else chunks[0] = first.subarray(extra);
        bytes -= Math.min(extra, first.length);
      }
    },
    lines() {
      if (!dropped) return chunks;
      for (const [index, chunk] of chunks.entries()) {
        const end = chunk.indexOf(10);
        if (end >= 0) return [chunk.subarray(end + 1), ...chunks.slice(index + 1)];
      }
      return chunks;
    },
  };
}
