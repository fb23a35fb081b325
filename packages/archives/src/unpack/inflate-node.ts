import { createGunzip, createInflateRaw } from "node:zlib";
import { KubinError } from "@kubin/schema";

/** A slice of this size becomes at most 32 MiB, which bounds what a bomb can put into memory at once. */
const sliceBytes = 32 * 1024;
const outputBytes = 128 * 1024;

/**
 * Unpacks gzip data, member after member, or the deflated data of a zip. Gives every readable byte first, then throws
 * BAD_INPUT when it is cut or damaged. Slice by slice, because a stream that fails drops what it has not handed out.
 */
export async function* inflateNode(
  chunks: AsyncIterable<Uint8Array>,
  format: "gzip" | "deflate-raw",
): AsyncGenerator<Uint8Array> {
  const unzip =
    format === "gzip" ? createGunzip({ chunkSize: outputBytes }) : createInflateRaw({ chunkSize: outputBytes });
  let ready: Uint8Array[] = [];
  let failed = false;
  let ended = false;
  unzip.on("data", (data: Uint8Array) => ready.push(data));
  unzip.on("error", () => (failed = true));
  unzip.on("end", () => (ended = true));
  const take = () => ready.splice(0);
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length && !failed && !ended; at += sliceBytes) {
        await step(unzip, (done) => unzip.write(chunk.subarray(at, at + sliceBytes), done));
        yield* take();
      }
      if (failed || ended) break;
    }
    // Not by its callback: that comes before a cut is noticed.
    if (!failed && !ended) await step(unzip, () => unzip.end());
    yield* take();
    if (failed)
      throw new KubinError("BAD_INPUT", `The ${nameOf(format)} is cut or damaged; what follows cannot be read.`);
  } finally {
    ready = [];
    unzip.destroy();
  }
}

function nameOf(format: "gzip" | "deflate-raw"): string {
  return format === "gzip" ? "gzip data" : "packed data";
}

/** Waits until the slice is through, or the stream is over: bytes behind the end are never confirmed. */
function step(unzip: ReturnType<typeof createGunzip>, start: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      unzip.off("end", done).off("error", done);
      // One turn later, so that "data" and "error" of the same step are in.
      setImmediate(resolve);
    };
    unzip.once("end", done).once("error", done);
    start(done);
  });
}
