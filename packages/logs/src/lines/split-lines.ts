import { KubinError } from "@kubin/schema";

const lineFeed = 0x0a;

/** Longest line that is read, in bytes: what bounds the memory of a reader. */
export const maxLineBytes = 64 * 1024 * 1024;

/**
 * Cuts a stream of bytes into lines, without the LF; a last line without LF counts. Yields the lines of one chunk at a
 * time, as views of it: copy what must outlive the next chunk if the producer reuses its buffers. Memory is one chunk
 * and the longest line. Throws TOO_LARGE for a line over `maxLineBytes`.
 */
export async function* splitLineBatches(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  // Pieces of a line that spans chunks are joined once, at its end: long lines stay linear.
  let pieces: Uint8Array[] = [];
  let pieceBytes = 0;
  for await (const chunk of chunks) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      const tail = chunk.subarray(start, end);
      lines.push(pieces.length === 0 ? tail : join([...pieces, tail], pieceBytes + tail.length));
      pieces = [];
      pieceBytes = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      // A copy, since the chunk may be reused before the line ends.
      pieces.push(chunk.slice(start));
      pieceBytes += chunk.length - start;
      if (pieceBytes > maxLineBytes) throw tooLong();
    }
    if (lines.length > 0) yield lines;
  }
  if (pieces.length > 0) yield [join(pieces, pieceBytes)];
}

/** The same, line by line. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const lines of splitLineBatches(chunks)) yield* lines;
}

function join(pieces: Uint8Array[], bytes: number): Uint8Array {
  const line = new Uint8Array(bytes);
  let offset = 0;
  for (const piece of pieces) {
    line.set(piece, offset);
    offset += piece.length;
  }
  return line;
}

function tooLong(): KubinError {
  return new KubinError(
    "TOO_LARGE",
    `A log line is longer than ${maxLineBytes / 1024 / 1024} MiB; such lines are not read.`,
  );
}
