import type { Overview, TroubledItem } from "@kubin/schema";

/** The overview with what is in trouble in these namespaces, or in none (nodes, APIs): that touches all of them. */
export function withinNamespaces(overview: Overview, namespaces: readonly string[] | undefined): Overview {
  if (!namespaces) return overview;
  const isIn = ({ namespace }: { namespace: string }) => namespace === "" || namespaces.includes(namespace);
  const within = (items: readonly TroubledItem[], total: number) => {
    const kept = items.filter(isIn);
    // Of those that were not sent nobody here knows where they are.
    return { kept, total: kept.length + (total - items.length) };
  };
  const failing = within(overview.failing, overview.failingTotal);
  const attention = within(overview.attention, overview.attentionTotal);
  return {
    ...overview,
    failing: failing.kept,
    failingTotal: failing.total,
    attention: attention.kept,
    attentionTotal: attention.total,
    coverage: overview.coverage.filter(isIn),
  };
}
