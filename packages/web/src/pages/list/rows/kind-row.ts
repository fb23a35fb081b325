import type { Cell, Health } from "@kubin/schema";

/** What a list keeps of an object: tens of thousands of them are held at once, so nothing that a list never shows. */
export interface KindRow {
  namespace: string;
  name: string;
  health: Health;
  /** Why, in words; "" when all is well. */
  reason: string;
  labels: Readonly<Record<string, string>>;
  cells: readonly Cell[];
  /** Everything a plain word of the filter may be part of, in lower case. */
  text: string;
}

/** Names a row among those of its kind. */
export function rowKeyOf(row: Pick<KindRow, "namespace" | "name">): string {
  return `${row.namespace}/${row.name}`;
}
