import type { BundleSource } from "../bundle-source.ts";
import { readHead } from "../read-head.ts";

/** As many as detection looks at. */
const maxHeads = 500;

interface FilesByHead {
  source: BundleSource;
  root: string;
  isWanted(head: string): boolean;
  /** A path that tells that no head needs to be looked at. */
  isEnough?(path: string): boolean;
}

/** Paths below the root of the files that begin as wanted, of the first 500. */
export async function filesByHead({ source, root, isWanted, isEnough }: FilesByHead): Promise<Set<string>> {
  const wanted = new Set<string>();
  let heads = 0;
  for await (const entry of source.entries()) {
    if (entry.kind !== "file" || !entry.path.startsWith(root)) continue;
    if (isEnough?.(entry.path)) return new Set();
    if (heads++ >= maxHeads) break;
    if (isWanted(await readHead(entry, source))) wanted.add(entry.path.slice(root.length));
  }
  return wanted;
}
