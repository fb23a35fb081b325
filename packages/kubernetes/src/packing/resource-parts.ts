import type { GapList } from "./gap-list.ts";
import { concat, gzip } from "./gzip.ts";
import { inOrder } from "./in-order.ts";
import type { ObjectStore, ObjectType, StoredObject } from "./object-store.ts";
import { type PackedPart, packPart } from "./pack-part.ts";
import type { SpoolFile } from "./spool.ts";

/** A part is flushed at this size, unpacked: it packs to about a tenth and is indexed in one go. */
const partRawBytes = 4 * 1024 * 1024;
/** So much is read in one go, and so much between two objects of a namespace is read in vain rather than apart. */
const readBytes = 1024 * 1024;
const gapBytes = 16 * 1024;

interface Lines {
  type: ObjectType;
  namespace: string;
  raw: Uint8Array;
  items: number;
}

/** Parts of all stored objects: resources, then events; the cluster, then the namespaces by name. */
export async function* resourceParts(opts: {
  store: ObjectStore;
  file: SpoolFile;
  gaps: GapList;
}): AsyncGenerator<PackedPart> {
  const groups = groupedByPart(await opts.store.finish());
  const parts = inOrder(linesOf(groups, opts), { ahead: 3, work: packLines });
  for await (const { lines, part } of parts) {
    if (part) yield part;
    else {
      const detail = "These objects do not fit into a part, even packed; they were left out.";
      opts.gaps.add({ kind: "cut", what: lines.type, namespace: lines.namespace, detail, count: lines.items });
    }
  }
}

async function packLines(lines: Lines) {
  const bytes = await gzip(lines.raw);
  const part = await packPart({ type: lines.type, namespace: lines.namespace, bytes, items: lines.items });
  return { lines, part };
}

function groupedByPart(objects: StoredObject[]): [ObjectType, string, StoredObject[]][] {
  const groups = new Map<string, [ObjectType, string, StoredObject[]]>();
  for (const object of objects) {
    const key = `${object.type === "resources" ? 0 : 1} ${object.namespace}`;
    const group = groups.get(key);
    if (group) group[2].push(object);
    else groups.set(key, [object.type, object.namespace, [object]]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

async function* linesOf(
  groups: [ObjectType, string, StoredObject[]][],
  opts: { store: ObjectStore; file: SpoolFile },
): AsyncGenerator<Lines> {
  const lineEnd = new TextEncoder().encode("}\n");
  for (const [type, namespace, objects] of groups) {
    let pieces: Uint8Array[] = [];
    let bytes = 0;
    let items = 0;
    for await (const { stored, json } of contentsOf(objects, opts.file)) {
      // One PartRecord: the object is JSON already.
      const begin = new TextEncoder().encode(`{"plural":${JSON.stringify(opts.store.pluralOf(stored))},"object":`);
      if (items > 0 && bytes + json.length > partRawBytes) {
        yield { type, namespace, raw: concat(pieces), items };
        pieces = [];
        bytes = 0;
        items = 0;
      }
      pieces.push(begin, json, lineEnd);
      bytes += begin.length + json.length + lineEnd.length;
      items++;
    }
    if (items > 0) yield { type, namespace, raw: concat(pieces), items };
  }
}

/** Reads neighbours together: 100,000 single reads would take longer than all the rest. */
async function* contentsOf(objects: StoredObject[], file: SpoolFile) {
  for (let from = 0; from < objects.length; ) {
    const run = neighbours(objects, from);
    const start = run[0]?.start ?? 0;
    const bytes = await file.read(start, run.at(-1)?.end ?? start);
    // Copied: a view would keep all that was read for as long as the part is open.
    for (const stored of run) yield { stored, json: bytes.slice(stored.start - start, stored.end - start) };
    from += run.length;
  }
}

function neighbours(objects: StoredObject[], from: number): StoredObject[] {
  const start = objects[from]?.start ?? 0;
  let to = from + 1;
  for (let last = objects[from]; to < objects.length; to++) {
    const next = objects[to];
    if (!last || !next || next.end - start > readBytes || next.start - last.end > gapBytes) break;
    last = next;
  }
  return objects.slice(from, to);
}
