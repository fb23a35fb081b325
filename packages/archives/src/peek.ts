import { endsReading } from "./ends-reading.ts";

export interface Peeked {
  /** The first `length` bytes, or all when there are fewer. Damage behind them is told by `all`. */
  head(length: number): Promise<Uint8Array>;
  /** Everything from the start. Once. */
  all(): AsyncGenerator<Uint8Array>;
  /** Lets the chunks go, where nobody reads them to the end. */
  leave(): Promise<void>;
}

/** Looks at the beginning of chunks that can be read only once. Holds what was looked at, no more. */
export function peek(chunks: AsyncIterable<Uint8Array>): Peeked {
  const reader = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let bytes = 0;
  let over = false;
  let failure: { error: unknown } | undefined;

  async function head(length: number): Promise<Uint8Array> {
    while (bytes < length && !over) {
      try {
        const next = await reader.next();
        if (next.done) over = true;
        else {
          held.push(next.value);
          bytes += next.value.length;
        }
      } catch (error) {
        over = true;
        if (endsReading(error)) throw error;
        failure = { error };
      }
    }
    return joined(held, Math.min(length, bytes));
  }

  async function leave(): Promise<void> {
    held.length = 0;
    if (over) return;
    over = true;
    await reader.return?.();
  }

  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      for (let chunk = held.shift(); chunk; chunk = held.shift()) yield chunk;
      while (!over) {
        const next = await reader.next();
        if (next.done) over = true;
        else yield next.value;
      }
      if (failure) throw failure.error;
    } catch (error) {
      over = true;
      throw error;
    } finally {
      await leave();
    }
  }

  return { head, all, leave };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const first = chunks[0];
  if (first && first.length >= length) return first.subarray(0, length);
  const whole = new Uint8Array(length);
  let filled = 0;
  for (const chunk of chunks) {
    const piece = chunk.subarray(0, length - filled);
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}
