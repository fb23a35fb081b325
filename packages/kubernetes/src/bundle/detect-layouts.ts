import { KubinError } from "@kubin/schema";
import { allLayouts } from "./all-layouts.ts";
import type { BundleSource } from "./bundle-source.ts";
import type { DetectedBundle, LayoutReader } from "./layout.ts";
import { readHead } from "./read-head.ts";

/** Files whose beginning is looked at while no path proved anything; such bundles are small. */
const maxHeads = 500;
/** In a stream, so many bytes behind the first proof are looked through for a second bundle. */
const searchBytes = 32 * 1024 * 1024;
/** Kept roots of one layout; more bundles than these lie side by side nowhere. */
const maxRoots = 5000;

/** How an age envelope begins, plain or as text (age-encryption.org/v1); k8shark writes captures into one on demand. */
const ageFile = /^(age-encryption\.org\/v1\n|-----BEGIN AGE ENCRYPTED FILE-----)/;

/** Roots that were proven, by layout. */
type Proven = Map<LayoutReader, Set<string>>;

/**
 * The bundles in a source, at least one, by root; several when different layouts, or several of one, lie side by side.
 * What lies within a bundle belongs to it. A folder or zip is looked through by its names; a stream up to 32 MiB behind
 * its first proof. Throws NOT_A_BUNDLE, which says what was looked for.
 */
export async function detectLayouts(source: BundleSource): Promise<DetectedBundle[]> {
  const byPath: Proven = new Map();
  const byHead: Proven = new Map();
  let files = 0;
  let heads = 0;
  let bytesBehind = 0;
  let isEncrypted = false;
  for await (const entry of source.entries()) {
    if (entry.kind !== "file") continue;
    files++;
    if (!prove(byPath, (reader) => reader.rootOf(entry.path)) && byPath.size === 0 && heads < maxHeads) {
      heads++;
      const head = await readHead(entry, source);
      isEncrypted ||= ageFile.test(head);
      prove(byHead, (reader) => reader.rootByHead?.(entry.path, head));
    }
    if (byPath.size === 0) continue;
    bytesBehind += Math.max(entry.size, 0);
    if (!source.isListed && bytesBehind > searchBytes) break;
  }
  const found = bundlesOf(byPath.size > 0 ? byPath : withoutLoose(byHead));
  if (found.length > 0) return found;
  throw notABundle(source.name, { files, isEncrypted });
}

function prove(proven: Proven, rootOf: (reader: LayoutReader) => string | undefined): boolean {
  for (const reader of allLayouts) {
    const root = rootOf(reader);
    if (root === undefined) continue;
    const roots = proven.get(reader) ?? new Set();
    if (roots.size < maxRoots) roots.add(root);
    proven.set(reader, roots);
    return true;
  }
  return false;
}

/** Loose files beside something that has a layout are no bundle of their own. */
function withoutLoose(proven: Proven): Proven {
  return proven.size < 2 ? proven : new Map([...proven].filter(([reader]) => reader.layout !== "kubectl-get"));
}

function bundlesOf(proven: Proven): DetectedBundle[] {
  const all = [...proven].flatMap(([reader, roots]) =>
    rootsOf(reader, [...roots]).map((root) => ({ layout: reader.layout, root })),
  );
  const outer = outermost(all.map(({ root }) => root));
  return all.filter(({ root }) => outer.has(root)).sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** The bundles of one layout among the folders that were proven. */
export function rootsOf(reader: LayoutReader, proven: readonly string[]): readonly string[] {
  return reader.mergeRoots?.(proven) ?? [...outermost(proven)];
}

/** Those that lie in no other. */
function outermost(roots: readonly string[]): Set<string> {
  const outer: string[] = [];
  // Sorted, a folder stands right before all that lies in it.
  for (const root of [...roots].sort()) {
    const last = outer.at(-1);
    if (last === undefined || !root.startsWith(last)) outer.push(root);
  }
  return new Set(outer);
}

function notABundle(name: string, { files, isEncrypted }: { files: number; isEncrypted: boolean }): KubinError {
  if (isEncrypted && files === 1) {
    const sentence = `${name} is encrypted with age: decrypt it first (age -d -o <file> ${name}), then import the result.`;
    return new KubinError("NOT_A_BUNDLE", sentence);
  }
  const lookedFor = `Looked for: ${allLayouts.map((reader) => reader.lookedFor).join(", ")}.`;
  if (files === 0) return new KubinError("NOT_A_BUNDLE", `${name} holds no files that can be read. ${lookedFor}`);
  const what = files === 1 ? "is no bundle that Kubin knows" : "holds nothing that Kubin knows";
  return new KubinError("NOT_A_BUNDLE", `${name} ${what}. ${lookedFor}`);
}
