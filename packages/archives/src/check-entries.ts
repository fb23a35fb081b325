import type { BundleEntry } from "./bundle-source.ts";
import { checkCancelled } from "./check-cancelled.ts";
import { pathSet } from "./path-set.ts";
import type { ProblemLog } from "./problem-log.ts";

/** More entries than any bundle has; beyond, reading stops. */
const maxEntries = 1_000_000;
/** Also for names that became long by standing in an archive of a long name; the limit of a part's path. */
const maxPathLength = 1024;

interface Checking {
  problems: ProblemLog;
  signal: AbortSignal | undefined;
}

/**
 * Passes entries on: so many, none with too long a name. A name that comes again is told; both are given, in order.
 * Throws CANCELLED.
 */
export async function* checkEntries(
  entries: AsyncIterable<BundleEntry>,
  { problems, signal }: Checking,
): AsyncGenerator<BundleEntry> {
  const files = pathSet();
  let count = 0;
  for await (const entry of entries) {
    checkCancelled(signal);
    if (++count > maxEntries) {
      problems.add({ kind: "cut", path: "", detail: `Only the first ${maxEntries} entries were read.` });
      return;
    }
    const { path } = entry;
    if (path.length > maxPathLength) {
      problems.add({ kind: "refused", path, detail: `The name is longer than ${maxPathLength} characters.` });
      continue;
    }
    if (entry.kind !== "directory" && !files.add(path)) {
      problems.add({ kind: "duplicate", path, detail: "The archive has more than one entry of this name." });
    }
    yield entry;
  }
}
