import { isKubinError, KubinError } from "@kubin/schema";
import { allLayouts } from "./all-layouts.ts";
import type { BundleEntry, BundleSource } from "./bundle-source.ts";
import type { DetectedBundle, LayoutReader } from "./layout.ts";

/** Enough to see the first keys of a document. */
const headBytes = 64 * 1024;
/** Files whose beginning is looked at while no path proved anything; such bundles are small. */
const maxHeads = 500;
/** In a stream, so many bytes behind the first proof are looked through for a second bundle. */
const searchBytes = 32 * 1024 * 1024;

/** Roots that were proven, by layout. */
type Proven = Map<LayoutReader, Set<string>>;

/**
 * The bundles in a source, at least one; several when different layouts, or several of one, lie side by side. A folder
 * or zip is looked through by its names; a stream up to 32 MiB behind its first proof. Throws NOT_A_BUNDLE, which says
 * what it looks like and what was looked for.
 */
export async function detectLayouts(source: BundleSource): Promise<DetectedBundle[]> {
  const byPath: Proven = new Map();
  const byHead: Proven = new Map();
  let files = 0;
  let heads = 0;
  let first: Uint8Array | undefined;
  let bytesBehind = 0;
  for await (const entry of source.entries()) {
    if (entry.kind !== "file") continue;
    files++;
    if (!prove(byPath, (reader) => reader.rootOf(entry.path)) && byPath.size === 0 && heads < maxHeads) {
      heads++;
      const head = await headOf(entry, source);
      first ??= head;
      const text = textOf(head);
      prove(byHead, (reader) => reader.rootByHead?.(entry.path, text));
    }
    if (byPath.size === 0) continue;
    bytesBehind += Math.max(entry.size, 0);
    if (!source.isListed && bytesBehind > searchBytes) break;
  }
  const found = [...bundlesOf(byPath), ...(byPath.size === 0 ? bundlesOf(byHead) : [])];
  if (found.length > 0) return found;
  throw notABundle(source.name, { files, first });
}

function prove(proven: Proven, rootOf: (reader: LayoutReader) => string | undefined): boolean {
  for (const reader of allLayouts) {
    const root = rootOf(reader);
    if (root === undefined) continue;
    const roots = proven.get(reader);
    if (roots) roots.add(root);
    else proven.set(reader, new Set([root]));
    return true;
  }
  return false;
}

function bundlesOf(proven: Proven): DetectedBundle[] {
  return [...proven].flatMap(([reader, roots]) => {
    const merged = reader.mergeRoots?.([...roots]) ?? outermost([...roots]);
    return merged.map((root) => ({ layout: reader.layout, root }));
  });
}

function outermost(roots: readonly string[]): string[] {
  return roots.filter((root) => !roots.some((other) => other !== root && root.startsWith(other)));
}

function notABundle(name: string, seen: { files: number; first: Uint8Array | undefined }): KubinError {
  const lookedFor = `Looked for: ${allLayouts.map((reader) => reader.lookedFor).join(", ")}.`;
  if (seen.files === 0) return new KubinError("NOT_A_BUNDLE", `${name} holds no files that can be read. ${lookedFor}`);
  const what = seen.files === 1 ? "is no bundle that Kubin knows" : "holds nothing that Kubin knows";
  return new KubinError("NOT_A_BUNDLE", `${name} ${what}. ${lookedFor}`);
}

async function headOf(entry: BundleEntry, source: BundleSource): Promise<Uint8Array> {
  const head = new Uint8Array(headBytes);
  let filled = 0;
  try {
    for await (const chunk of source.unpack(entry.content())) {
      const piece = chunk.subarray(0, headBytes - filled);
      head.set(piece, filled);
      filled += piece.length;
      if (filled === headBytes) break;
    }
  } catch (error) {
    if (isKubinError(error, "CANCELLED")) throw error;
  }
  return head.subarray(0, filled);
}

function textOf(head: Uint8Array): string {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  return new TextDecoder(wide ? "utf-16le" : "utf-8").decode(head);
}
