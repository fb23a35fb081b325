import { KubinError, Manifest, manifestVersion } from "@kubin/schema";
import type { z } from "zod";
import { KubinFileBegin, kubinFileVersion } from "./begin-document.ts";
import { damaged } from "./damaged.ts";
import { readEntries } from "./read-entries.ts";
import { digestIn, limits, names, partName } from "./tar-names.ts";

export interface VerifiedFile {
  begin: KubinFileBegin;
  manifest: Manifest;
}

/**
 * Reads a kubin file to its end and holds on to nothing but its documents: order, digests, sizes, manifest and parts
 * fit together. Throws BAD_INPUT with what does not, UNSUPPORTED for one of a newer kubin.
 */
export async function verifyKubinFile(chunks: AsyncIterable<Uint8Array>): Promise<VerifiedFile> {
  let begin: KubinFileBegin | undefined;
  let manifest: Manifest | undefined;
  let sealed = false;
  const stored = new Map<string, number>();
  for await (const found of readEntries(chunks)) {
    const { name, size } = found;
    const isInOrder = (name === names.begin) === (begin === undefined) && (name === names.seal || !manifest) && !sealed;
    if (!isInOrder) throw damaged("its entries are not in their order");
    if (digestIn(name) !== undefined) {
      if (stored.has(name)) throw damaged("it holds a part twice");
      if (stored.size >= limits.parts) throw damaged(`it holds more than ${limits.parts} parts`);
      stored.set(name, size);
    } else if ("pieces" in found) throw damaged("a document in it is too large");
    else if (name === names.begin) begin = beginOf(found.bytes);
    else if (name === names.manifest) manifest = manifestOf(found.bytes);
    else sealed = manifest !== undefined;
  }
  if (!begin || !manifest || !sealed) throw damaged("it ends early");
  compare(manifest, stored);
  return { begin, manifest };
}

function beginOf(bytes: Uint8Array): KubinFileBegin {
  const document = parsed(bytes, "begin.json");
  refuseNewer(versionIn(document), kubinFileVersion);
  return shaped(KubinFileBegin, document);
}

function manifestOf(bytes: Uint8Array): Manifest {
  const document = parsed(bytes, "manifest.json");
  refuseNewer(versionIn(document), manifestVersion);
  return shaped(Manifest, document);
}

function parsed(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw damaged(`its ${name} is no JSON`, error);
  }
}

function shaped<T>(shape: z.ZodType<T>, document: unknown): T {
  const read = shape.safeParse(document);
  if (read.success) return read.data;
  throw damaged(
    `a document in it is not of its shape, at ${read.error.issues[0]?.path.slice(0, 3).join(".") || "its top"}`,
  );
}

function versionIn(document: unknown): number {
  const has = typeof document === "object" && document !== null && "version" in document;
  return has && typeof document.version === "number" ? document.version : 0;
}

function refuseNewer(version: number, known: number): void {
  if (version <= known) return;
  throw new KubinError(
    "UNSUPPORTED",
    `This kubin file was written by a newer kubin (version ${version}). Update kubin.`,
  );
}

/** Every part of the manifest is there with its size, and there is no other. */
function compare(manifest: Manifest, stored: ReadonlyMap<string, number>): void {
  const named = new Set<string>();
  let missing = 0;
  for (const part of manifest.parts) {
    const name = partName(part);
    named.add(name);
    const size = stored.get(name);
    if (size === undefined) missing++;
    else if (size !== part.size) throw damaged("a part has another size than its manifest says");
  }
  if (missing > 0) throw damaged(`${missing} of the ${manifest.parts.length} parts of its manifest are not in it`);
  if (named.size !== stored.size) throw damaged(`${stored.size - named.size} parts in it are not in its manifest`);
}
