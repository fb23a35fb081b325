import type { Manifest, PackedPart, PartEntry } from "@kubin/schema";
import { damaged } from "./damaged.ts";
import type { ReadTar } from "./open-kubin-file.ts";
import { readEntries } from "./read-entries.ts";
import { digestIn, partName } from "./tar-names.ts";

/**
 * The parts of a verified kubin file, in its order, with what the manifest says of them. Read again: what changed since
 * it was verified is refused.
 */
export async function* partsOfFile(read: ReadTar, manifest: Manifest): AsyncGenerator<PackedPart> {
  const wanted = new Map<string, PartEntry[]>();
  for (const entry of manifest.parts) {
    const name = partName(entry);
    wanted.set(name, [...(wanted.get(name) ?? []), entry]);
  }
  for await (const found of readEntries(read())) {
    const { name, size } = found;
    if (digestIn(name) === undefined) continue;
    const [entry, ...same] = wanted.get(name) ?? [];
    if (entry?.size !== size) throw damaged("it changed while it was read");
    if ("pieces" in found) yield { entry, pieces: () => found.pieces };
    // Equal documents of two paths are one part in the file.
    else for (const one of [entry, ...same]) yield { entry: one, bytes: found.bytes };
    wanted.delete(name);
  }
  if (wanted.size > 0) throw damaged("it changed while it was read");
}
