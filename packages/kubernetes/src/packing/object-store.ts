import { detached } from "../bundle/detached.ts";
import { isObject, type JsonObject, textAt } from "../bundle/json-object.ts";
import type { RedactedItem } from "../redaction/redacted.ts";
import type { GapList } from "./gap-list.ts";
import { hashText } from "./hash-text.ts";
import { keyOf, nameOf, numbered, type ObjectName, type ObjectType, plurals } from "./object-names.ts";
import { objectSpool } from "./object-spool.ts";
import { type ObjectRow, objectTable } from "./object-table.ts";
import { sameInSubstance } from "./same-in-substance.ts";
import type { SpoolFile } from "./spool.ts";

/** Where the JSON of one object lies in the spool. */
export interface StoredObject {
  start: number;
  end: number;
  plural: string;
}

/** The objects that go into the parts of one type and namespace, in the order of the spool. */
export interface ObjectGroup {
  type: ObjectType;
  namespace: string;
  count: number;
  at(index: number): StoredObject | undefined;
}

export interface ObjectStore {
  /** Keeps the object, or one that is newer and of the same name. */
  put(item: RedactedItem): Promise<void>;
  /** What was kept: resources, then events; the cluster, then the namespaces by name. Ends the writing. */
  finish(): Promise<ObjectGroup[]>;
  size(): number;
}

interface StoredType {
  type: ObjectType;
  group: string;
  kind: string;
  /** As the path told it. */
  plural: string | undefined;
}

/** 44 bytes each. The largest clusters have 150,000 pods; with their events and all that owns them, a million. */
const maxObjects = 1_500_000;
const maxTypes = 20_000;
/** Each becomes a part or two, of which a manifest takes 200,000; Kubernetes supports 10,000 namespaces. */
const maxNamespaces = 40_000;
/** Longest name of a kind or group in the API. */
const maxName = 253;

/** Objects of a bundle wait here, redacted, until all are known: an archive may hold each several times, in any order. */
export function objectStore(opts: { file: SpoolFile; gaps: GapList }): ObjectStore {
  const { gaps } = opts;
  const spool = objectSpool(opts.file);
  const rows = objectTable();
  const types = numbered<StoredType>(maxTypes);
  const namespaces = numbered<string>(maxNamespaces);
  const known = plurals();

  async function find(key: string, hash: number): Promise<{ index: number; object: unknown } | undefined> {
    for (const index of rows.withHash(hash)) {
      const object = await spool.read(rows.row(index));
      if (isObject(object) && keyOf(nameOf(object)) === key) return { index, object };
    }
    return undefined;
  }
  function numbersOf(named: ObjectName, plural: string | undefined): { type: number; namespace: number } | undefined {
    const { type, group, kind } = named;
    const typeNumber = types.number(`${type}/${group}/${kind}/${plural ?? ""}`, () => ({
      type,
      group: detached(group),
      kind: detached(kind),
      plural: plural === undefined ? undefined : detached(plural),
    }));
    const namespace = namespaces.number(named.namespace, () => detached(named.namespace));
    return typeNumber === undefined || namespace === undefined ? undefined : { type: typeNumber, namespace };
  }
  return {
    async put({ plural, object }) {
      known.learn(object);
      const named = nameOf(object);
      if (!isAccepted(named, { object, gaps })) return;
      const key = keyOf(named);
      const hash = hashText(key);
      const other = await find(key, hash);
      const version = versionOf(object);
      if (other) {
        if (!sameInSubstance(object, other.object)) tellDuplicate(gaps, { key, namespace: named.namespace });
        if (version < rows.row(other.index).version) return;
      }
      const numbers = numbersOf(named, plural === undefined ? undefined : plural.slice(0, maxName));
      if (!numbers || (!other && rows.size() >= maxObjects)) {
        const detail = "The bundle has more objects, types or namespaces than Kubin takes; these were left out.";
        gaps.add({ kind: "cut", what: "further objects", detail });
        return;
      }
      const row: ObjectRow = { hash, version, ...numbers, ...(await spool.write(object)) };
      if (other) rows.replace(other.index, row);
      else rows.add(row);
    },
    async finish() {
      await spool.flush();
      return grouped(rows.size(), (index) => {
        const { type, namespace, start, length } = rows.row(index);
        const stored = types.value(type) ?? { type: "resources", group: "", kind: "", plural: undefined };
        const plural = () => stored.plural ?? known.of(stored);
        return { type: stored.type, namespace: namespaces.value(namespace) ?? "", start, end: start + length, plural };
      });
    },
    size: () => rows.size(),
  };
}

interface Placed {
  type: ObjectType;
  namespace: string;
  start: number;
  end: number;
  plural(): string;
}

function grouped(size: number, placedAt: (index: number) => Placed): ObjectGroup[] {
  const groups = new Map<string, { type: ObjectType; namespace: string; indexes: number[] }>();
  for (let index = 0; index < size; index++) {
    const { type, namespace } = placedAt(index);
    const key = `${type === "resources" ? 0 : 1} ${namespace}`;
    const group = groups.get(key) ?? { type, namespace, indexes: [] };
    group.indexes.push(index);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { type, namespace, indexes }]) => {
      // One that was replaced by a newer copy lies where that one was written.
      const inOrder = Uint32Array.from(indexes).sort((a, b) => placedAt(a).start - placedAt(b).start);
      const at = (position: number) => {
        const index = inOrder[position];
        if (index === undefined) return undefined;
        const { start, end, plural } = placedAt(index);
        return { start, end, plural: plural() };
      };
      return { type, namespace, count: inOrder.length, at };
    });
}

function isAccepted(
  { group, kind, namespace, name }: ObjectName,
  opts: { object: JsonObject; gaps: GapList },
): boolean {
  if (kind.length > maxName || group.length > maxName) {
    const detail = "The names of kind and API group are longer than any cluster accepts; the object was left out.";
    opts.gaps.add({ kind: "refused", what: `an object named ${name}`, detail });
    return false;
  }
  if (namespace !== textAt(opts.object.metadata, "namespace")) {
    const detail = "An object names a namespace that no cluster accepts; it is shown with the cluster-scoped objects.";
    opts.gaps.add({ kind: "refused", what: `${kind} ${name}`, detail });
  }
  return true;
}

/** It counts up within a cluster; without one, or where it is no number, the later read counts as newer. */
function versionOf(object: JsonObject): number {
  const text = textAt(object.metadata, "resourceVersion");
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function tellDuplicate(gaps: GapList, { key, namespace }: { key: string; namespace: string }): void {
  const detail = "The bundle holds this object more than once and the copies differ; the newest one is kept.";
  gaps.add({ kind: "duplicate", what: key, namespace, detail });
}
