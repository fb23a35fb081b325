import { createHash } from "node:crypto";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { asDamaged, damaged } from "./damaged.ts";
import { sealedChunks } from "./sealed-chunks.ts";
import { digestIn, limits, names } from "./tar-names.ts";
import { toWebStream } from "./to-web-stream.ts";

export interface FileEntry {
  name: string;
  bytes: Uint8Array;
}

/**
 * The entries of a kubin file, each whole and no larger than it may be; parts are what their name says. Throws
 * BAD_INPUT for everything that its writer would not have written; what is behind the last entry is read too.
 */
export async function* readEntries(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileEntry> {
  const decoded = toWebStream(sealedChunks(chunks)).pipeThrough(createTarDecoder({ strict: true }));
  const reader = decoded.getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      yield await readEntry(next.value);
    }
  } catch (error) {
    throw asDamaged(error);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function readEntry({ header, body }: ParsedTarEntry): Promise<FileEntry> {
  const { name, size, type } = header;
  const digest = digestIn(name);
  const most = mostBytes(name, digest);
  if (most === undefined || type !== "file") throw damaged("it holds an entry that does not belong there");
  if (size > most) throw damaged(`an entry has ${size} bytes, at most ${most} are allowed`);
  const bytes = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of body) {
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  if (filled !== size) throw damaged("an entry ends early");
  if (digest !== undefined && createHash("sha256").update(bytes).digest("hex") !== digest) {
    throw damaged("a part is not what its digest says");
  }
  return { name, bytes };
}

function mostBytes(name: string, digest: string | undefined): number | undefined {
  if (digest !== undefined) return limits.partBytes;
  if (name === names.begin) return limits.beginBytes;
  if (name === names.manifest) return limits.manifestBytes;
  return name === names.seal ? limits.sealBytes : undefined;
}
