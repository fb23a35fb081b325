import type { Cell, Health } from "@kubin/schema";

/** What a list keeps of an object: tens of thousands of them are held at once, so nothing that a list never shows. */
export interface KindRow {
  /** Names the row among those of its kind. */
  key: string;
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

/** The key of the row of an object. */
export function rowKeyOf({ namespace, name }: { namespace: string; name: string }): string {
  return `${namespace}/${name}`;
}
