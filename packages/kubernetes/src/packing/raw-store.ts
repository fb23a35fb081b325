import { maxRawPartBytes, type PartEntry, pieceBytes } from "@kubin/schema";
import type { LargePart } from "./pack-part.ts";
import type { Spool, SpoolFile } from "./spool.ts";

/** Packed files that are too large for memory: in the spool until everything else is on its way. */
export interface RawStore {
  /** Digest and size of the packed bytes; undefined where they are more than a part may have. Throws what they throw. */
  keep(packed: AsyncIterable<Uint8Array>): Promise<KeptRaw | undefined>;
  /** It shall be among `parts`. */
  add(kept: KeptRaw, entry: PartEntry): void;
  /** The last ones of a bundle, one after another. */
  parts(): Generator<LargePart>;
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
    *parts() {
      for (const { entry, start } of added) {
        if (file) yield { entry, pieces: piecesIn(file, { start, end: start + entry.size }) };
      }
    },
    close: async () => file?.close(),
  };
}

/** A range of a spool file in pieces of `pieceBytes`. */
export function piecesIn(file: SpoolFile, { start, end }: { start: number; end: number }): LargePart["pieces"] {
  return async function* pieces() {
    for (let at = start; at < end; at += pieceBytes) yield await file.read(at, Math.min(end, at + pieceBytes));
  };
}
