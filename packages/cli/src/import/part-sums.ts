import type { PartEntry, PartType } from "@kubin/schema";

/** The parts of one type and namespace, added up. */
export interface PartSum {
  type: PartType;
  /** "" = of no namespace. */
  namespace: string;
  parts: number;
  /** Objects, lines or documents. */
  items: number;
  /** As stored. */
  bytes: number;
}

/** Parts added up by type and namespace, in this order. */
export function partSums(parts: readonly PartEntry[]): PartSum[] {
  const sums = new Map<string, PartSum>();
  for (const { type, namespace, items, size } of parts) {
    const key = `${type} ${namespace}`;
    const sum = sums.get(key) ?? { type, namespace, parts: 0, items: 0, bytes: 0 };
    sums.set(key, { ...sum, parts: sum.parts + 1, items: sum.items + items, bytes: sum.bytes + size });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
