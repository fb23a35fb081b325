import { Namespace } from "@kubin/schema";
import { detached, interning } from "../bundle/detached.ts";
import { isObject, type JsonObject, objectAt, textAt } from "../bundle/json-object.ts";
import { groupOf, guessPlural } from "../bundle/kinds.ts";
import type { Redacted, RedactedItem } from "../redaction/redacted.ts";
import type { GapList } from "./gap-list.ts";
import { sameInSubstance } from "./same-in-substance.ts";
import type { SpoolFile } from "./spool.ts";

export type ObjectType = "resources" | "events";

/** Where the JSON of one object lies in the spool. */
export interface StoredObject {
  type: ObjectType;
  group: string;
  kind: string;
  namespace: string;
  /** As the path told it. */
  plural: string | undefined;
  start: number;
  end: number;
  /** resourceVersion, where it is a number. */
  version: number | undefined;
}

export interface ObjectStore {
  /** Keeps the object, or one that is newer and of the same name. */
  put(item: RedactedItem): Promise<void>;
  /** What was kept, in the order of the spool. Ends the writing. */
  finish(): Promise<StoredObject[]>;
  /** The plural of a kind: as its path or a CRD of the bundle says, else by the rules of English. */
  pluralOf(stored: StoredObject): string;
  size(): number;
}

/** Objects are appended in blocks, not one by one. */
const blockBytes = 1024 * 1024;

/** Objects of a bundle wait here, redacted, until all are known: an archive may hold each several times, in any order. */
export function objectStore(opts: { file: SpoolFile; gaps: GapList }): ObjectStore {
  const kept = new Map<string, StoredObject>();
  const plurals = new Map<string, string>();
  const own = interning();
  const encoder = new TextEncoder();
  let block = new Uint8Array(blockBytes);
  /** Bytes of the block that are filled, and where the block begins in the file. */
  let filled = 0;
  let blockStart = 0;

  async function flush(): Promise<void> {
    if (filled === 0) return;
    const bytes = block.subarray(0, filled);
    // A new one each time: the spool may still hold the last.
    block = new Uint8Array(blockBytes);
    blockStart += filled;
    filled = 0;
    await opts.file.append(bytes);
  }
  async function write(object: Redacted<JsonObject>): Promise<{ start: number; end: number }> {
    const text = JSON.stringify(object);
    const start = blockStart + filled;
    // Into the block, since a buffer for each object costs more than the text.
    const { read: taken, written } = encoder.encodeInto(text, block.subarray(filled));
    if (taken === text.length) {
      filled += written;
      return { start, end: start + written };
    }
    await flush();
    const bytes = encoder.encode(text);
    blockStart += bytes.length;
    await opts.file.append(bytes);
    return { start, end: start + bytes.length };
  }
  async function read(stored: StoredObject): Promise<unknown> {
    if (stored.end > blockStart) await flush();
    return JSON.parse(new TextDecoder().decode(await opts.file.read(stored.start, stored.end)));
  }
  return {
    async put({ plural, object }) {
      learnPlural(plurals, object);
      const stored = identify(object, { plural, gaps: opts.gaps });
      const key = detached(`${stored.group}/${stored.kind}/${stored.namespace}/${textAt(object.metadata, "name")}`);
      const other = kept.get(key);
      if (other) {
        if (!sameInSubstance(object, await read(other))) tellDuplicate(opts.gaps, { key, stored });
        if (isOlder(stored, other)) return;
      }
      const { group, kind, namespace } = stored;
      const names = { group: own(group), kind: own(kind), namespace: own(namespace) };
      kept.set(key, { ...stored, ...names, ...(await write(object)) });
    },
    async finish() {
      await flush();
      return [...kept.values()].sort((a, b) => a.start - b.start);
    },
    pluralOf: (stored) =>
      stored.plural ?? plurals.get(`${stored.group}/${stored.kind}`) ?? guessPlural(stored.group, stored.kind),
    size: () => kept.size,
  };
}

function identify(object: JsonObject, opts: { plural: string | undefined; gaps: GapList }): StoredObject {
  const group = groupOf(textAt(object, "apiVersion"));
  const kind = textAt(object, "kind");
  const isEvent = kind === "Event" && (group === "" || group === "events.k8s.io");
  const given = textAt(object.metadata, "namespace");
  const namespace = Namespace.safeParse(given).success ? given : "";
  if (namespace !== given) {
    const detail = "An object names a namespace that no cluster accepts; it is shown with the cluster-scoped objects.";
    opts.gaps.add({ kind: "refused", what: `${kind} ${textAt(object.metadata, "name")}`, detail });
  }
  const version = /^\d{1,15}$/.test(textAt(object.metadata, "resourceVersion"))
    ? Number(textAt(object.metadata, "resourceVersion"))
    : undefined;
  return {
    type: isEvent ? "events" : "resources",
    group,
    kind,
    namespace,
    plural: opts.plural,
    start: 0,
    end: 0,
    version,
  };
}

/** By resourceVersion, which counts up within a cluster; without one the later read counts as newer. */
function isOlder(stored: StoredObject, other: StoredObject): boolean {
  return stored.version !== undefined && other.version !== undefined && stored.version < other.version;
}

function tellDuplicate(gaps: GapList, opts: { key: string; stored: StoredObject }): void {
  const detail = "The bundle holds this object more than once and the copies differ; the newest one is kept.";
  gaps.add({ kind: "duplicate", what: opts.key, namespace: opts.stored.namespace, detail });
}

function learnPlural(plurals: Map<string, string>, object: JsonObject): void {
  if (object.kind !== "CustomResourceDefinition" || !isObject(object.spec)) return;
  const names = objectAt(object.spec, "names");
  const plural = textAt(names, "plural");
  if (plural !== "")
    plurals.set(detached(`${textAt(object.spec, "group")}/${textAt(names, "kind")}`), detached(plural));
}
