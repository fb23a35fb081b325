import { bytesOf, partIn, type Spool } from "@kubin/kubernetes";
import type { PackedPart, PartEntry } from "@kubin/schema";

/** Packed parts on the disk, until somebody has looked at what they are. */
export interface StoredParts extends AsyncDisposable {
  /** From the disk, one at a time; may be read again. */
  parts(): AsyncGenerator<PackedPart>;
}

/** Reads all parts into one temporary file of the spool, private as all of them. */
export async function storeParts(parts: AsyncIterable<PackedPart>, spool: Spool): Promise<StoredParts> {
  const file = await spool.create();
  const stored: { entry: PartEntry; start: number }[] = [];
  let end = 0;
  try {
    for await (const part of parts) {
      for await (const bytes of bytesOf(part)) await file.append(bytes);
      stored.push({ entry: part.entry, start: end });
      end += part.entry.size;
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  return {
    async *parts() {
      for (const one of stored) yield await partIn(file, one);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}
