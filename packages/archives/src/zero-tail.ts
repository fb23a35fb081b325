/** Watches a stream of chunks and tells whether its last `wanted` bytes were zeros. */
export function endsWithZeros(wanted: number): { add(chunk: Uint8Array): void; reached(): boolean } {
  let zeros = 0;
  return {
    add(chunk) {
      let inChunk = 0;
      while (inChunk < wanted && inChunk < chunk.length && chunk[chunk.length - 1 - inChunk] === 0) inChunk++;
      zeros = inChunk === chunk.length ? zeros + inChunk : inChunk;
    },
    reached: () => zeros >= wanted,
  };
}
