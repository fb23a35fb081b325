import { quoteForShell } from "@kubin/kubernetes";
import type { KindRow } from "../rows/kind-row.ts";

/** `kubectl get` of these objects, one line a namespace, each name one inert word of the shell. */
export function kubectlGet(kind: { group: string; plural: string }, rows: readonly KindRow[]): string {
  const byNamespace = new Map<string, string[]>();
  for (const { namespace, name } of rows) {
    const names = byNamespace.get(namespace);
    if (names) names.push(name);
    else byNamespace.set(namespace, [name]);
  }
  const resource = kind.group ? `${kind.plural}.${kind.group}` : kind.plural;
  return [...byNamespace]
    .map(([namespace, names]) => {
      const within = namespace ? ["-n", namespace] : [];
      // A name of a hostile capture must not become an option.
      const end = [resource, ...names].some((word) => word.startsWith("-")) ? ["--"] : [];
      return ["kubectl", "get", ...within, ...end, resource, ...names].map(quoteForShell).join(" ");
    })
    .join("\n");
}
