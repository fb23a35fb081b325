import type { PodsLeaf, PodsOfLeaf, Query, ResolvedQuery } from "./query.ts";

/** Puts pods in place of `workload:` and `node:`. Terms that say the same are asked for once. */
export async function resolvePods(
  query: Query,
  resolve: (leaf: PodsOfLeaf) => Promise<PodsLeaf["pods"]>,
): Promise<ResolvedQuery> {
  const asked = new Map<string, Promise<PodsLeaf["pods"]>>();
  const podsOf = (leaf: PodsOfLeaf): Promise<PodsLeaf["pods"]> => {
    const key = `${leaf.of}:${leaf.pattern}`;
    const known = asked.get(key) ?? resolve(leaf);
    asked.set(key, known);
    return known;
  };
  const resolved = async (one: Query): Promise<ResolvedQuery> => {
    switch (one.type) {
      case "and":
      case "or":
        return { type: one.type, items: await Promise.all(one.items.map(resolved)) };
      case "not":
        return { type: "not", item: await resolved(one.item) };
      case "podsOf":
        return { type: "pods", pods: await podsOf(one) };
      default:
        return one;
    }
  };
  return resolved(query);
}
