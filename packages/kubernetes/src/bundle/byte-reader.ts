import { decodeText } from "./decode-text.ts";

/** Bytes of a file that wait to be looked at. */
export interface ByteReader {
  waiting(): Uint8Array;
  /** Waits for the next chunk; false at the end. */
  more(): Promise<boolean>;
  /** Takes the first `length` bytes out. */
  take(length: number): Uint8Array;
  /** Throws what the file ended with, when that was no proper end. To be asked when all was taken. */
  check(): void;
}

export function byteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = asUtf8(chunks)[Symbol.asyncIterator]();
  let waiting: Uint8Array = new Uint8Array();
  let failed: { error: unknown } | undefined;
  let ended = false;
  return {
    waiting: () => waiting,
    async more() {
      if (ended) return false;
      try {
        const next = await iterator.next();
        if (next.done) ended = true;
        else waiting = waiting.length === 0 ? next.value : joined(waiting, next.value);
      } catch (error) {
        failed = { error };
        ended = true;
      }
      return !ended;
    },
    take(length) {
      const taken = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      return taken;
    },
    check() {
      if (failed) throw failed.error;
    },
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** What `>` of Windows PowerShell writes is UTF-16; other bytes pass as they are, whatever they are. */
async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  while (first.length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    first = joined(first, next.value);
  }
  async function* whole() {
    if (first.length > 0) yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  if (first[0] !== 0xff || first[1] !== 0xfe) {
    yield* whole();
    return;
  }
  const encoder = new TextEncoder();
  for await (const text of decodeText(whole())) yield encoder.encode(text);
}
