import type { RelatedObject } from "@kubin/schema";

const ranks = { failing: 0, warning: 1, unknown: 3, ok: 3 } as const;

/** Trouble, then what was not captured, then the rest; by kind and name within. */
export function troubleFirst(objects: readonly RelatedObject[]): RelatedObject[] {
  const rank = (one: RelatedObject) => (one.captured ? ranks[one.health] : 2);
  return [...objects].sort(
    (a, b) =>
      rank(a) - rank(b) || a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, "en", { numeric: true }),
  );
}
