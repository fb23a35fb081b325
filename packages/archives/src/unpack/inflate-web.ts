import { isKubinError, KubinError } from "@kubin/schema";

/** Small, so that little is lost when the data turns out to be damaged: a stream that fails drops what is queued. */
const sliceBytes = 32 * 1024;

/** Unpacks with the browser's DecompressionStream; the same promises as `inflateNode`. */
export async function* inflateWeb(
  chunks: AsyncIterable<Uint8Array>,
  format: "gzip" | "deflate-raw",
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream(format);
  const feeding = feed(chunks, stream.writable.getWriter());
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      yield next.value;
    }
    const failure = await feeding;
    if (failure !== undefined) throw failure;
  } catch (error) {
    if (isKubinError(error)) throw error;
    throw new KubinError(
      "BAD_INPUT",
      `The ${format === "gzip" ? "gzip data" : "packed data"} is cut or damaged; what follows cannot be read.`,
      {
        cause: error,
      },
    );
  } finally {
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}

/** Never rejects: gives the error that ended the chunks, if any. What is wrong with the data shows at the reader. */
async function feed(
  chunks: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>,
): Promise<unknown> {
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += sliceBytes) {
        await writer.ready;
        // Copied: only bytes in a plain ArrayBuffer may be handed over. Not awaited: `ready` tells when it is taken.
        writer.write(new Uint8Array(chunk.subarray(at, at + sliceBytes))).catch(() => undefined);
      }
    }
    await writer.ready;
    await writer.close();
    return undefined;
  } catch (error) {
    await writer.abort().catch(() => undefined);
    return isKubinError(error) ? error : undefined;
  }
}
