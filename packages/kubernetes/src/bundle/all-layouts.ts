import type { Layout, LayoutReader } from "./layout.ts";
import { kubectlGet } from "./layouts/kubectl-get.ts";
import { mustGather } from "./layouts/must-gather.ts";

/** Every layout that can be read. Where a file proves several, the first one counts; loose files come last. */
export const allLayouts: readonly LayoutReader[] = [mustGather, kubectlGet];

/** The reader of a layout. Throws for one that this version does not have. */
export function readerOf(layout: Layout): LayoutReader {
  const found = allLayouts.find((reader) => reader.layout === layout);
  if (!found) throw new Error(`no reader for the layout ${layout}`);
  return found;
}
