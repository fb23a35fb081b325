import type { PackedPart } from "@kubin/schema";
import type { GapList } from "./gap-list.ts";
import { gzip } from "./gzip.ts";
import { inOrder } from "./in-order.ts";
import type { ObjectType } from "./object-names.ts";
import type { ObjectGroup, ObjectStore, StoredObject } from "./object-store.ts";
import { packPart } from "./pack-part.ts";
import { partBuffer } from "./part-buffer.ts";
import type { SpoolFile } from "./spool.ts";

/** A part is flushed at this size, unpacked: it packs to about a tenth and is indexed in one go. */
const partRawBytes = 4 * 1024 * 1024;
/** So much is read in one go, and so much between two objects of a namespace is read in vain rather than apart. */
const readBytes = 1024 * 1024;
const gapBytes = 16 * 1024;
/** A buffer for a few objects begins with so much for each. */
const usualBytes = 4096;

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
  const groups = await opts.store.finish();
  const parts = inOrder(linesOf(groups, opts.file), { ahead: 3, work: packLines });
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

async function* linesOf(groups: readonly ObjectGroup[], file: SpoolFile): AsyncGenerator<Lines> {
  for (const group of groups) {
    const { type, namespace } = group;
    const raw = partBuffer(Math.min(group.count * usualBytes, partRawBytes));
    let items = 0;
    for await (const { stored, json } of contentsOf(group, file)) {
      if (items > 0 && raw.length() + json.length > partRawBytes) {
        yield { type, namespace, raw: raw.take(), items };
        items = 0;
      }
      // One PartRecord: the object is JSON already.
      raw.text(`{"plural":${JSON.stringify(stored.plural)},"object":`);
      raw.bytes(json);
      raw.text("}\n");
      items++;
    }
    if (items > 0) yield { type, namespace, raw: raw.take(), items };
  }
}

/** Reads neighbours together: 100,000 single reads would take longer than all the rest. */
async function* contentsOf(group: ObjectGroup, file: SpoolFile) {
  for (let from = 0; from < group.count; ) {
    const run = neighbours(group, from);
    const start = run[0]?.start ?? 0;
    const bytes = await file.read(start, run.at(-1)?.end ?? start);
    for (const stored of run) yield { stored, json: bytes.subarray(stored.start - start, stored.end - start) };
    from += Math.max(run.length, 1);
  }
}

function neighbours(group: ObjectGroup, from: number): StoredObject[] {
  const run: StoredObject[] = [];
  for (let at = from; at < group.count; at++) {
    const next = group.at(at);
    const [first, last] = [run[0], run.at(-1)];
    if (!next || (first && next.end - first.start > readBytes) || (last && next.start - last.end > gapBytes)) break;
    run.push(next);
  }
  return run;
}
