import type { PackedPart } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "../bundle/bundle-source.ts";
import { textAt } from "../bundle/json-object.ts";
import type { Decode, DocumentRole, ObjectsRole, Role } from "../bundle/layout.ts";
import { readObjects, type Trouble } from "../bundle/read-objects.ts";
import { counted } from "./counted.ts";
import { isUnreadable } from "./is-unreadable.ts";
import type { ObjectStore } from "./object-store.ts";
import { packDocument } from "./pack-document.ts";
import type { PackWork } from "./start-packing.ts";

interface IndexBundle {
  source: BundleSource;
  store: ObjectStore;
  work: PackWork;
  includeRaw: boolean;
}

/** The first reading: keeps objects, remembers logs, counts what is left out, and gives the documents as parts. */
export async function* indexBundle(opts: IndexBundle): AsyncGenerator<PackedPart> {
  for await (const entry of opts.source.entries()) {
    opts.work.report();
    if (entry.kind === "directory") continue;
    if (entry.kind !== "file") {
      opts.work.skipped.add(skippedEntry(entry));
      continue;
    }
    opts.work.progress.files++;
    for (const role of opts.work.rolesOf(entry.path)) {
      const part = await indexFile(entry, { ...opts, role });
      if (part) yield part;
    }
  }
}

async function indexFile(entry: BundleEntry, opts: IndexBundle & { role: Role }): Promise<PackedPart | undefined> {
  const { work, role } = opts;
  switch (role.role) {
    case "skipped":
      work.skipped.add(role);
      return undefined;
    case "log":
    case "log-blocks":
      work.logs.add({ role, path: entry.path, size: entry.size });
      return undefined;
    case "objects":
      await indexObjects(entry, { ...opts, role });
      return undefined;
    case "document":
      return await indexDocument(entry, { ...opts, role });
  }
}

function skippedEntry(entry: BundleEntry) {
  if (entry.kind !== "link") return { group: "special files", namespace: "" };
  const detail = "Links name a file of the bundle once more; the files themselves were read.";
  return { group: "links", namespace: "", detail };
}

interface Contents {
  bytes: AsyncIterable<Uint8Array>;
  /** Whether the source itself could not read it to its end, which it tells as a problem then. */
  isToldBySource(): boolean;
}

function contentsOf(entry: BundleEntry, opts: IndexBundle & { decode: Decode | undefined }): Contents {
  let told = false;
  async function* fromSource() {
    try {
      yield* counted(entry, opts.work);
    } catch (error) {
      told = true;
      throw error;
    }
  }
  const unpacked = opts.source.unpack(fromSource());
  return { bytes: opts.decode ? opts.decode(unpacked) : unpacked, isToldBySource: () => told };
}

/** What cannot be read to its end is told and does not stop the rest. */
async function indexObjects(entry: BundleEntry, opts: IndexBundle & { role: ObjectsRole }): Promise<void> {
  const { store, work, role } = opts;
  const { plural } = role;
  const where = entry.path;
  const onTrouble = (trouble: Trouble) => work.gaps.add({ ...trouble, what: where });
  const contents = contentsOf(entry, { ...opts, decode: role.decode });
  try {
    for await (const object of readObjects({ content: contents.bytes, hints: role, onTrouble })) {
      opts.source.onObject?.(object);
      const namespace = textAt(object.metadata, "namespace");
      const redacted = work.redactor.object(object, { plural, namespace, where });
      work.facts.object(redacted);
      await store.put({ plural, object: redacted });
      work.progress.objects = store.size();
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    if (!contents.isToldBySource()) work.gaps.add({ kind: "cut", what: where, detail: error.message });
  }
}

async function indexDocument(
  entry: BundleEntry,
  opts: IndexBundle & { role: DocumentRole },
): Promise<PackedPart | undefined> {
  const { work, role } = opts;
  const contents = contentsOf(entry, { ...opts, decode: role.decode });
  const found = await packDocument({ path: entry.path, contents, role, work, includeRaw: opts.includeRaw });
  if (role.facts && found.text !== undefined) {
    const facts = role.facts(found.text);
    work.facts.found(facts);
    for (const gap of facts.gaps ?? []) work.gaps.add(gap);
  }
  return found.part;
}
