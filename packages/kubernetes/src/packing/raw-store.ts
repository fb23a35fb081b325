import { maxPartBytes, maxRawPartBytes, type PackedPart, type PartEntry, pieceBytes } from "@kubin/schema";
import type { Spool, SpoolFile } from "./spool.ts";

/** Packed files that are too large for memory: in the spool until everything else is on its way. */
export interface RawStore {
  /** Digest and size of the packed bytes; undefined where they are more than a part may have. Throws what they throw. */
  keep(packed: AsyncIterable<Uint8Array>): Promise<KeptRaw | undefined>;
  /** It shall be among `parts`. */
  add(kept: KeptRaw, entry: PartEntry): void;
  /** The last ones of a bundle, one after another; what packed well fits into memory again. */
  parts(): AsyncGenerator<PackedPart>;
  close(): Promise<void>;
}

interface KeptRaw {
  sha256: string;
  size: number;
  /** In the file of the spool. */
  start: number;
}

export function rawStore(spool: Spool): RawStore {
  let file: SpoolFile | undefined;
  let end = 0;
  const added: { entry: PartEntry; start: number }[] = [];
  return {
    async keep(packed) {
      file ??= await spool.create();
      const start = end;
      for await (const bytes of packed) {
        // One byte more than a part may have is enough to know.
        if (end - start + bytes.length > maxRawPartBytes) return undefined;
        await file.append(bytes);
        end += bytes.length;
      }
      return { sha256: await file.digest(start, end), size: end - start, start };
    },
    add: ({ start }, entry) => void added.push({ entry, start }),
    async *parts() {
      for (const { entry, start } of added) {
        if (file) yield await partIn(file, { entry, start });
      }
    },
    close: async () => file?.close(),
  };
}

/** A part whose bytes begin at `start` in a spool file. */
export async function partIn(
  file: SpoolFile,
  { entry, start }: { entry: PartEntry; start: number },
): Promise<PackedPart> {
  const end = start + entry.size;
  if (entry.size <= maxPartBytes) return { entry, bytes: await file.read(start, end) };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; at += pieceBytes) yield await file.read(at, Math.min(end, at + pieceBytes));
  }
  return { entry, pieces };
}
