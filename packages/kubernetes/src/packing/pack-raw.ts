import { type HeldPart, maxRawPartBytes, type PartEntry } from "@kubin/schema";
import { isListed, nameOf, newPart, type PackDocument, tell } from "./document-part.ts";
import { gzipChunks } from "./gzip.ts";
import { isUnreadable } from "./is-unreadable.ts";
import { packPart } from "./pack-part.ts";
import type { ReadDocument } from "./read-document.ts";

/** Whole or not at all: what would be left of a file that is no text is of use to nobody. */
export async function packRaw(opts: PackDocument, { bytes, cut, large }: ReadDocument): Promise<{ part?: HeldPart }> {
  if (cut !== undefined && !large) {
    tell(opts, "cut", `${cut} ${wholeOnly}`);
    return {};
  }
  const part = large ? undefined : await packPart(await newPart(opts, { type: "raw", bytes }));
  if (part) return isListed(opts, part.entry) ? { part } : {};
  await keepRaw(opts, large ? bytesOf(large) : [bytes]);
  return {};
}

const wholeOnly = "A file that is no text is sent whole or not at all.";

/** Into the spool; it is among the last parts of the bundle. */
async function keepRaw(opts: PackDocument, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  const { raws } = opts.work;
  try {
    const kept = await raws.keep(gzipChunks(content));
    if (!kept)
      return tell(opts, "cut", `Packed, it is larger than ${maxRawPartBytes / 1024 ** 3} GiB; it was left out.`);
    const { sha256, size } = kept;
    const entry: PartEntry = { ...nameOf(opts), type: "raw", sha256, size, items: 1 };
    if (isListed(opts, entry)) raws.add(kept, entry);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    if (!opts.contents.isToldBySource()) tell(opts, "cut", `${error.message} ${wholeOnly}`);
  }
}

async function* bytesOf({ head, rest }: NonNullable<ReadDocument["large"]>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
