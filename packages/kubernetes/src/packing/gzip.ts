const operatingSystem = 9;

/**
 * One gzip member of the bytes. The platform's CompressionStream writes no time into the header; its byte for the
 * operating system differs between platforms, so it is set to "unknown" (RFC 1952): the same bytes in, the same out.
 */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of gzipChunks([bytes])) chunks.push(chunk);
  return concat(chunks);
}

/** The same of bytes that come one after another. Throws what their source throws. */
export async function* gzipChunks(
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new CompressionStream("gzip");
  const written = write(content, writable.getWriter());
  // Whoever reads gets its error.
  written.catch(() => {});
  const reader = readable.getReader();
  let at = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const chunk: Uint8Array = next.value;
      if (at <= operatingSystem && operatingSystem < at + chunk.length) chunk[operatingSystem - at] = 255;
      at += chunk.length;
      yield chunk;
    }
    await written;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function write(
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  try {
    for await (const bytes of content) await writer.write(new Uint8Array(bytes));
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    throw error;
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
