import { allLayouts } from "../bundle/all-layouts.ts";
import { detached } from "../bundle/detached.ts";
import { rootsOf } from "../bundle/detect-layouts.ts";
import type { LayoutReader } from "../bundle/layout.ts";
import type { GapList } from "./gap-list.ts";

/** More folders that prove a bundle are told together. */
const maxFolders = 1000;

export interface OtherBundles {
  /** A file outside of the bundle that is imported. */
  add(path: string): void;
  tell(gaps: GapList): void;
}

interface Folder {
  reader: LayoutReader;
  root: string;
}

/** Counts the files beside the bundle, and tells which of them are bundles of their own and how to import those. */
export function otherBundles(): OtherBundles {
  const proven = new Map<string, Folder>();
  /** Files by their folder, since what proves a bundle may come after them. */
  const counts = new Map<string, number>();
  return {
    add(path) {
      const found = provenBy(path);
      if (found && !proven.has(found.root) && proven.size < maxFolders) proven.set(detached(found.root), found);
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      // Where there are too many folders, a bundle that is known already counts its own.
      const known =
        counts.has(folder) || counts.size < maxFolders ? folder : (found?.root ?? ownerOf(folder, proven) ?? "");
      counts.set(counts.has(known) ? known : detached(known), (counts.get(known) ?? 0) + 1);
    },
    tell(gaps) {
      const bundles = merged([...proven.values()]);
      const sums = new Map<string, number>();
      for (const [folder, count] of counts) {
        const root = ownerOf(folder, bundles) ?? "";
        sums.set(root, (sums.get(root) ?? 0) + count);
      }
      for (const [root, count] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const reader = bundles.get(root)?.reader;
        const what = reader ? root : "files outside of the bundle";
        gaps.add({ kind: "skipped", what, detail: reader ? toldOf(reader, root) : outside, count });
      }
    },
  };
}

const outside = "These files lie beside the bundle that was imported.";

function toldOf(reader: LayoutReader, root: string): string {
  const command = `kubin import … --root ${root.replace(/\/$/, "")}`;
  return `These files are a bundle of their own (${reader.layout}), which was not imported here: ${command}`;
}

function provenBy(path: string): Folder | undefined {
  for (const reader of allLayouts) {
    const root = reader.rootOf(path);
    if (root !== undefined) return { reader, root };
  }
  return undefined;
}

function merged(folders: readonly Folder[]): Map<string, Folder> {
  const bundles = new Map<string, Folder>();
  for (const reader of allLayouts) {
    const roots = folders.filter((folder) => folder.reader === reader).map(({ root }) => root);
    for (const root of rootsOf(reader, roots)) bundles.set(root, { reader, root });
  }
  return bundles;
}

/** The bundle that a folder lies in: the outermost one. */
function ownerOf(folder: string, bundles: ReadonlyMap<string, Folder>): string | undefined {
  for (let end = folder.indexOf("/"); end !== -1; end = folder.indexOf("/", end + 1)) {
    const root = folder.slice(0, end + 1);
    if (bundles.has(root)) return root;
  }
  return undefined;
}
