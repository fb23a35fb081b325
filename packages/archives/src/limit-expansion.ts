import { KubinError } from "@kubin/schema";

/** gzip reaches 1032 with nothing but zeros; real logs stay below 100. */
const maxRatio = 400;
/** So much may come out of anything. */
const freeBytes = 1024 ** 3;

/** Passes the unpacked chunks on and throws TOO_LARGE when they become far more than a real bundle packs to. */
export async function* limitExpansion(
  chunks: AsyncIterable<Uint8Array>,
  opts: { packedBytes: number },
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > freeBytes && bytes > opts.packedBytes * maxRatio) {
      throw new KubinError("TOO_LARGE", `It unpacks to more than ${maxRatio} times its size; reading stopped there.`);
    }
    yield chunk;
  }
}
