import type { PackedPart, Spool } from "@kubin/kubernetes";
import type { PartEntry } from "@kubin/schema";

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
    for await (const { entry, bytes } of parts) {
      await file.append(bytes);
      stored.push({ entry, start: end });
      end += bytes.length;
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  return {
    async *parts() {
      for (const { entry, start } of stored) yield { entry, bytes: await file.read(start, start + entry.size) };
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}
