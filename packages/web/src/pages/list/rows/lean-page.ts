import type { Cell, Column, ResourcePage, ResourceRow } from "@kubin/schema";
import { type KindRow, rowKeyOf } from "./kind-row.ts";

/** One answer of the server as a list keeps it. */
export interface LeanPage {
  columns: readonly Column[];
  rows: readonly KindRow[];
  total: number;
  nextCursor: string | undefined;
}

/** Leaves out what lists never show, keeps equal texts once, and makes the text that the filter looks into. */
export function leanPage(page: ResourcePage): LeanPage {
  const known = new Map<string, string>();
  const once = (text: string): string => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    known.set(text, text);
    return text;
  };
  const labelSets = new Map<string, Readonly<Record<string, string>>>();
  const labelsOf = (row: ResourceRow, written: string) => {
    const seen = labelSets.get(written);
    if (seen) return seen;
    labelSets.set(written, row.labels);
    return row.labels;
  };
  const isAge = page.columns.map(({ type }) => type === "age");
  const rows = page.items.map((row): KindRow => {
    const labels = Object.entries(row.labels)
      .map(([key, value]) => `${key}=${value}`)
      .join("\n");
    const cells = row.cells.map((cell): Cell => (typeof cell === "string" ? once(cell) : cell));
    const shown = cells.filter((cell, at) => cell !== null && cell !== "" && !isAge[at]);
    return {
      key: rowKeyOf(row),
      namespace: once(row.namespace),
      name: row.name,
      health: row.health,
      reason: once(row.reason),
      labels: labelsOf(row, labels),
      cells,
      text: [row.name, row.namespace, row.reason, ...shown, labels].join("\n").toLowerCase(),
    };
  });
  return { columns: page.columns, rows, total: page.total, nextCursor: page.nextCursor };
}
