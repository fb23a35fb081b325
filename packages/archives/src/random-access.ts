/** Bytes that can be read from any place, as often as wanted. */
export interface RandomAccess {
  bytes: number;
  /** From one position up to before another. Leaving the loop ends the reading. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

/** The bytes of a small range as one array; fewer where the file ends. */
export async function readAt(file: RandomAccess, from: number, length: number): Promise<Uint8Array> {
  const to = Math.min(from + length, file.bytes);
  const found = new Uint8Array(Math.max(0, to - from));
  let filled = 0;
  if (found.length === 0) return found;
  for await (const chunk of file.read(from, to)) {
    found.set(chunk.subarray(0, found.length - filled), filled);
    filled += chunk.length;
    if (filled >= found.length) break;
  }
  return found.subarray(0, filled);
}
