import { createHash } from "node:crypto";
import { damaged } from "./damaged.ts";
import { sealEntry } from "./kubin-tar.ts";
import { limits } from "./tar-names.ts";

/** Hands the bytes of a kubin file through, and throws BAD_INPUT at their end when the seal does not fit them. */
export async function* sealedChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let tail: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const held = tail.length + chunk.length;
    const behind = Buffer.concat([tail, chunk.subarray(Math.max(0, chunk.length - limits.sealBytes))]);
    const sealedBytes = Math.max(0, held - limits.sealBytes);
    hash.update(tail.subarray(0, sealedBytes));
    hash.update(chunk.subarray(0, Math.max(0, sealedBytes - tail.length)));
    tail = behind.subarray(Math.max(0, behind.length - limits.sealBytes));
    yield chunk;
  }
  const expected = await sealEntry(hash.digest("hex"));
  if (Buffer.compare(tail, expected) !== 0) throw damaged("its seal does not fit");
}
