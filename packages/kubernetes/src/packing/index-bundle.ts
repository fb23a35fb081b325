import { isKubinError } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "../bundle/bundle-source.ts";
import { textAt } from "../bundle/json-object.ts";
import type { DocumentRole, ObjectsRole, Role } from "../bundle/layout.ts";
import { readObjects, type Trouble } from "../bundle/read-objects.ts";
import { counted } from "./counted.ts";
import type { ObjectStore } from "./object-store.ts";
import { packDocument } from "./pack-document.ts";
import type { PackedPart } from "./pack-part.ts";
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
      opts.work.skipped.add({ group: entry.kind === "link" ? "links" : "special files", namespace: "" });
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
      await readable(() => indexObjects(entry, { ...opts, role }));
      return undefined;
    case "document":
      return await readable(() => indexDocument(entry, { ...opts, role }));
  }
}

/** What could not be read to its end is told by the source; it does not stop the rest. */
async function readable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isKubinError(error) && ["BAD_INPUT", "FORBIDDEN", "NOT_FOUND", "TOO_LARGE"].includes(error.code))
      return undefined;
    throw error;
  }
}

async function indexObjects(entry: BundleEntry, opts: IndexBundle & { role: ObjectsRole }): Promise<void> {
  const { store, work, role } = opts;
  const { plural } = role;
  const where = entry.path;
  const unpacked = opts.source.unpack(counted(entry, work));
  const content = role.decode ? role.decode(unpacked) : unpacked;
  const onTrouble = (trouble: Trouble) => work.gaps.add({ ...trouble, what: where });
  for await (const object of readObjects({ content, hints: role, onTrouble })) {
    const namespace = textAt(object.metadata, "namespace");
    const redacted = work.redactor.object(object, { plural, namespace, where });
    work.facts.object(redacted);
    await store.put({ plural, object: redacted });
    work.progress.objects = store.size();
  }
}

async function indexDocument(
  entry: BundleEntry,
  opts: IndexBundle & { role: DocumentRole },
): Promise<PackedPart | undefined> {
  const { work, role } = opts;
  const content = opts.source.unpack(counted(entry, work));
  const found = await packDocument({ path: entry.path, content, role, work, includeRaw: opts.includeRaw });
  if (role.facts && found.text !== undefined) work.facts.found(role.facts(found.text));
  return found.part;
}
