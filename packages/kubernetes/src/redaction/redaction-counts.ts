import { Namespace, type RedactionCount } from "@kubin/schema";
import { detached } from "../bundle/detached.ts";

export interface RedactionCounts {
  add(rule: string, namespace: string): void;
  all(): RedactionCount[];
}

/** The manifest takes 20,000 counts. */
const maxCounts = 20_000;
/** Built-in rules are some 80, own ones 200 at most. */
const maxRules = 400;

/** Counts what was taken out, by rule and namespace; with too many namespaces by rule alone. */
export function redactionCounts(): RedactionCounts {
  const counts = new Map<string, RedactionCount>();
  return {
    add(rule, given) {
      const named = Namespace.safeParse(given).success ? given : "";
      // Room is left for each rule once without its namespace.
      const known = counts.get(`${rule} ${named}`);
      const told = known || counts.size < maxCounts - maxRules ? named : "";
      const found = counts.get(`${rule} ${told}`);
      if (found) found.count++;
      else {
        const namespace = detached(told);
        counts.set(`${rule} ${namespace}`, { rule, namespace, count: 1 });
      }
    },
    all: () => [...counts.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
  };
}

function sortKey(count: RedactionCount): string {
  return `${count.rule} ${count.namespace}`;
}
