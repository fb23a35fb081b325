import type { KindRow } from "./rows/kind-row.ts";

const atMost = 40;

/** The label keys of some rows, most frequent first. */
export function labelKeysOf(rows: readonly KindRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { labels } of rows) for (const key of Object.keys(labels)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, atMost)
    .map(([key]) => key);
}
