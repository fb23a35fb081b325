import type { Manifest, PartEntry } from "@kubin/schema";
import { damaged } from "./damaged.ts";
import type { ReadTar } from "./open-kubin-file.ts";
import { readEntries } from "./read-entries.ts";
import { digestIn, partName } from "./tar-names.ts";

/**
 * The parts of a verified kubin file, in its order, with what the manifest says of them. Read again: what changed since
 * it was verified is refused.
 */
export async function* partsOfFile(
  read: ReadTar,
  manifest: Manifest,
): AsyncGenerator<{ entry: PartEntry; bytes: Uint8Array }> {
  const wanted = new Map<string, PartEntry[]>();
  for (const entry of manifest.parts) {
    const name = partName(entry);
    wanted.set(name, [...(wanted.get(name) ?? []), entry]);
  }
  for await (const { name, bytes } of readEntries(read())) {
    if (digestIn(name) === undefined) continue;
    const entries = wanted.get(name);
    if (entries?.[0]?.size !== bytes.length) throw damaged("it changed while it was read");
    // Equal documents of two paths are one part in the file.
    for (const entry of entries) yield { entry, bytes };
    wanted.delete(name);
  }
  if (wanted.size > 0) throw damaged("it changed while it was read");
}
