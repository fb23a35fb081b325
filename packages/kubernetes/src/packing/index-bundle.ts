import { isKubinError } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "../bundle/bundle-source.ts";
import { textAt } from "../bundle/json-object.ts";
import { readObjects, type Trouble } from "../bundle/read-objects.ts";
import { redactObject } from "../redaction/redact-object.ts";
import { counted } from "./counted.ts";
import type { ObjectStore } from "./object-store.ts";
import { packDocument } from "./pack-document.ts";
import type { PackedPart } from "./pack-part.ts";
import type { PackWork } from "./start-packing.ts";

interface IndexBundle {
  source: BundleSource;
  store: ObjectStore;
  work: PackWork;
}

/** The first reading: keeps objects, remembers logs, counts what is not imported, and gives the documents as parts. */
export async function* indexBundle(opts: IndexBundle): AsyncGenerator<PackedPart> {
  for await (const entry of opts.source.entries()) {
    opts.work.report();
    if (entry.kind === "directory") continue;
    const part = entry.kind === "file" ? await indexFile(entry, opts) : skipSpecial(entry, opts);
    if (part) yield part;
  }
}

function skipSpecial(entry: BundleEntry, { work }: IndexBundle): undefined {
  work.skipped.add(entry.kind === "link" ? "links" : "special files", "");
}

async function indexFile(entry: BundleEntry, opts: IndexBundle): Promise<PackedPart | undefined> {
  const { work } = opts;
  const role = work.roleOf(entry.path);
  work.progress.files++;
  switch (role.role) {
    case "skipped":
      work.skipped.add(role.group, role.namespace);
      return undefined;
    case "log":
      if (role.packed && !opts.source.gunzip) work.skipped.add("*.gz files", role.stream.namespace);
      else work.logs.add({ ...role, path: entry.path, size: entry.size });
      return undefined;
    case "objects":
      await readable(() => indexObjects(entry, { ...opts, plural: role.plural }));
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

async function indexObjects(
  entry: BundleEntry,
  { store, work, plural }: IndexBundle & { plural: string | undefined },
): Promise<void> {
  const onTrouble = (trouble: Trouble) => work.gaps.add({ ...trouble, what: entry.path });
  for await (const object of readObjects({ content: counted(entry, work), plural, onTrouble })) {
    const namespace = textAt(object.metadata, "namespace");
    const redacted = redactObject(object, { plural, onRedact: (rule) => work.redactions.add(rule, namespace) });
    work.facts.object(redacted);
    await store.put({ plural, object: redacted });
    work.progress.objects = store.size();
  }
}

async function indexDocument(
  entry: BundleEntry,
  { work, role }: IndexBundle & { role: { isJson: boolean; isTimestamp: boolean } },
): Promise<PackedPart | undefined> {
  const onRedact = (rule: Parameters<typeof work.redactions.add>[0]) => work.redactions.add(rule, "");
  const read = { ...entry, content: () => counted(entry, work) };
  const { part, text } = await packDocument({ entry: read, isJson: role.isJson, gaps: work.gaps, onRedact });
  if (role.isTimestamp) work.facts.timestamp(text);
  else if (entry.path.endsWith("version")) work.facts.version(text);
  return part;
}
