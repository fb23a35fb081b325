import { isGzip } from "./sniff.ts";

type Unpacker = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** Unpacks what its first bytes say is packed; other bytes pass as they are. */
export async function* unpack(chunks: AsyncIterable<Uint8Array>, gunzip: Unpacker): AsyncGenerator<Uint8Array> {
  const reader = chunks[Symbol.asyncIterator]();
  const first = await reader.next();
  if (first.done) return;
  async function* whole() {
    yield first.value;
    for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
  }
  yield* isGzip(first.value) ? gunzip(whole()) : whole();
}
