import type { BundleSource } from "../bundle-source.ts";
import { detached, interning } from "../detached.ts";

/** As many as files with logs are taken; the copies of further ones become documents. */
const maxNames = 100_000;

export interface TroubleshootNames {
  /** Whether the custom resources of this `.yaml` stand in a `.json` beside it. */
  hasTwin(path: string): boolean;
  /** Namespace of the log that a collector's folder repeats as a file of its own: "<pod>/<file>". */
  namespaceOfLog(podAndFile: string): string | undefined;
}

const logPath = /^cluster-resources\/pods\/logs\/([^/]+)\/([^/]+\/[^/]+\.log)$/;

/**
 * What a name alone does not tell: which files repeat others. troubleshoot writes its entries in random order, so this
 * takes a reading of the names before the first of the contents.
 */
export async function readTroubleshootNames(opts: { source: BundleSource; root: string }): Promise<TroubleshootNames> {
  const own = interning();
  const twins = new Set<string>();
  /** "" where the name is in several namespaces. */
  const logs = new Map<string, string>();
  for await (const { path, kind } of opts.source.entries()) {
    if (kind !== "file" || !path.startsWith(opts.root)) continue;
    const inside = path.slice(opts.root.length);
    if (inside.startsWith("cluster-resources/custom-resources/") && inside.endsWith(".json")) {
      if (twins.size < maxNames) twins.add(detached(inside));
      continue;
    }
    const [, namespace = "", podAndFile = ""] = logPath.exec(inside) ?? [];
    if (podAndFile === "") continue;
    const known = logs.get(podAndFile);
    if (known === undefined && logs.size >= maxNames) continue;
    logs.set(detached(podAndFile), known === undefined || known === namespace ? own(namespace) : "");
  }
  return {
    hasTwin: (path) => twins.has(path.replace(/\.ya?ml$/, ".json")),
    namespaceOfLog: (podAndFile) => logs.get(podAndFile) || undefined,
  };
}
