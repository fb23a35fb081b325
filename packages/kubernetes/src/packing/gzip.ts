/**
 * One gzip member of the bytes. The platform's CompressionStream writes no time into the header; its byte for the
 * operating system differs between platforms, so it is set to "unknown" (RFC 1952): the same bytes in, the same out.
 */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new CompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const written = writer.write(new Uint8Array(bytes)).then(() => writer.close());
  const packed = await joined(stream.readable);
  await written;
  packed[9] = 255;
  return packed;
}

async function joined(readable: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = readable.getReader();
  for (;;) {
    const next = await reader.read();
    if (next.done) return concat(chunks);
    chunks.push(next.value);
  }
}

/** The chunks as one, in their order. */
export function concat(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
