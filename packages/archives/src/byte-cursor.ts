const nothing = new Uint8Array(0);

/** Reads chunks by lengths of its own. What the chunks throw, each of its calls throws from then on. */
export interface ByteCursor {
  /** Bytes passed so far. */
  position(): number;
  /** The next `length` bytes as one array; fewer only at the end. For small lengths: it copies. */
  take(length: number): Promise<Uint8Array>;
  /** Some of the next bytes, at least one and at most `most`, as they came; empty at the end. */
  some(most: number): Promise<Uint8Array>;
  /** Passes over bytes and tells how many there were. */
  skip(length: number): Promise<number>;
  leave(): Promise<void>;
}

export function byteCursor(chunks: AsyncIterable<Uint8Array>): ByteCursor {
  const reader = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = nothing;
  let position = 0;
  let over = false;
  let failure: { error: unknown } | undefined;

  async function fill(): Promise<boolean> {
    while (chunk.length === 0) {
      if (failure) throw failure.error;
      if (over) return false;
      try {
        const next = await reader.next();
        if (next.done) over = true;
        else chunk = next.value;
      } catch (error) {
        failure = { error };
      }
    }
    return true;
  }

  function cut(most: number): Uint8Array {
    const piece = chunk.subarray(0, most);
    chunk = chunk.subarray(piece.length);
    position += piece.length;
    return piece;
  }

  async function some(most: number): Promise<Uint8Array> {
    return most > 0 && (chunk.length > 0 || (await fill())) ? cut(most) : nothing;
  }

  async function take(length: number): Promise<Uint8Array> {
    if (chunk.length >= length) return cut(length);
    const whole = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const piece = await some(length - filled);
      if (piece.length === 0) break;
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole.subarray(0, filled);
  }

  async function skip(length: number): Promise<number> {
    let skipped = 0;
    while (skipped < length) {
      const piece = await some(length - skipped);
      if (piece.length === 0) break;
      skipped += piece.length;
    }
    return skipped;
  }

  async function leave(): Promise<void> {
    chunk = nothing;
    if (over || failure) return;
    over = true;
    await reader.return?.();
  }

  return { position: () => position, take, some, skip, leave };
}
