import { KubinError } from "@kubin/schema";
import { readerOf } from "../bundle/all-layouts.ts";
import type { BundleSource } from "../bundle/bundle-source.ts";
import { isObject, textAt } from "../bundle/json-object.ts";
import type { DetectedBundle, ObjectsRole, Role } from "../bundle/layout.ts";
import { readObjects } from "../bundle/read-objects.ts";
import { type NameFinder, nameFinder } from "../redaction/names/find-names.ts";
import type { KnownNames } from "../redaction/redactor.ts";
import { isUnreadable } from "./is-unreadable.ts";

/**
 * The names of a cluster, for pseudonyms: in a reading of its own, since a log may name a namespace that is known from
 * an object at the end of the archive. What cannot be read is told by the reading that packs.
 */
export async function collectNames(
  source: BundleSource,
  bundle: DetectedBundle,
  signal?: AbortSignal,
): Promise<KnownNames> {
  const roleOf = await readerOf(bundle.layout).open({ source, root: bundle.root });
  const finder = nameFinder();
  for await (const entry of source.entries()) {
    if (signal?.aborted) throw new KubinError("CANCELLED", "Packing the bundle was stopped.");
    if (entry.kind !== "file" || !entry.path.startsWith(bundle.root)) continue;
    const found = roleOf(entry.path.slice(bundle.root.length));
    for (const role of "role" in found ? [found] : found) {
      finder.namespace(namespaceOf(role));
      if (role.role === "objects") await readNames(source.unpack(entry.content()), role, finder);
    }
  }
  return finder.names();
}

function namespaceOf(role: Role): string {
  if (role.role === "log") return role.stream.namespace;
  return role.role === "log-blocks" ? "" : (role.namespace ?? "");
}

async function readNames(unpacked: AsyncIterable<Uint8Array>, role: ObjectsRole, finder: NameFinder): Promise<void> {
  const content = role.decode ? role.decode(unpacked) : unpacked;
  try {
    for await (const object of readObjects({ content, hints: role, onTrouble: () => undefined })) {
      finder.namespace(isObject(object.metadata) ? textAt(object.metadata, "namespace") : "");
      finder.object(object);
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
}
