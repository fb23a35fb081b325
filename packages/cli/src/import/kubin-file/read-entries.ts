import { createHash, type Hash } from "node:crypto";
import { pieceBytes } from "@kubin/schema";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { asDamaged, damaged } from "./damaged.ts";
import { sealedChunks } from "./sealed-chunks.ts";
import { digestIn, limits, names } from "./tar-names.ts";
import { toWebStream } from "./to-web-stream.ts";

/** A part larger than `limits.partBytes` comes in pieces of `pieceBytes`, to be read once, before the next entry. */
export type FileEntry = { name: string; size: number } & (
  | { bytes: Uint8Array }
  | { pieces: AsyncGenerator<Uint8Array> }
);

/**
 * The entries of a kubin file, none larger than it may be; parts are what their name says. Throws BAD_INPUT for
 * everything that its writer would not have written; what is behind the last entry is read too.
 */
export async function* readEntries(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileEntry> {
  const decoded = toWebStream(sealedChunks(chunks)).pipeThrough(createTarDecoder({ strict: true }));
  const reader = decoded.getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      yield* readEntry(next.value);
    }
  } catch (error) {
    throw asDamaged(error);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function* readEntry({ header, body }: ParsedTarEntry): AsyncGenerator<FileEntry> {
  const { name, size, type } = header;
  const digest = digestIn(name);
  const most = mostBytes(name, digest);
  if (most === undefined || type !== "file") throw damaged("it holds an entry that does not belong there");
  if (size > most) throw damaged(`an entry has ${size} bytes, at most ${most} are allowed`);
  if (digest !== undefined && size > limits.partBytes) {
    const pieces = checked(inPieces(body, pieceBytes), { size, digest });
    yield { name, size, pieces };
    // What nobody wanted is read all the same: the next entry is behind it.
    for await (const _ of pieces);
    return;
  }
  let bytes: Uint8Array = new Uint8Array();
  for await (const whole of checked(inPieces(body, size), { size, digest })) bytes = whole;
  yield { name, size, bytes };
}

/** Hands pieces through, and throws BAD_INPUT at their end when they are not what was said. */
async function* checked(
  pieces: AsyncIterable<Uint8Array>,
  { size, digest }: { size: number; digest: string | undefined },
): AsyncGenerator<Uint8Array> {
  const hash: Hash = createHash("sha256");
  let read = 0;
  for await (const piece of pieces) {
    read += piece.length;
    if (digest !== undefined) hash.update(piece);
    yield piece;
  }
  if (read !== size) throw damaged("an entry ends early");
  if (digest !== undefined && hash.digest("hex") !== digest) throw damaged("a part is not what its digest says");
}

/** The bytes in pieces of `length`, the last one smaller. */
async function* inPieces(body: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let piece: Uint8Array | undefined;
  let filled = 0;
  for await (const chunk of body) {
    for (let at = 0; at < chunk.length; ) {
      piece ??= new Uint8Array(length);
      const some = chunk.subarray(at, at + length - filled);
      piece.set(some, filled);
      at += some.length;
      filled += some.length;
      if (filled < length) continue;
      yield piece;
      piece = undefined;
      filled = 0;
    }
  }
  if (piece) yield piece.subarray(0, filled);
}

function mostBytes(name: string, digest: string | undefined): number | undefined {
  if (digest !== undefined) return name.startsWith("parts/raw/") ? limits.rawPartBytes : limits.partBytes;
  if (name === names.begin) return limits.beginBytes;
  if (name === names.manifest) return limits.manifestBytes;
  return name === names.seal ? limits.sealBytes : undefined;
}
