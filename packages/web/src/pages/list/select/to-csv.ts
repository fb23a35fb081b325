import { csvRow } from "@kubin/logs";
import { listTexts } from "../../../texts/lists.ts";
import { cellText } from "../columns/cell-text.ts";
import type { ListColumn } from "../columns/list-column.ts";
import type { KindRow } from "../rows/kind-row.ts";

/** Rows as CSV (RFC 4180); ages as the times themselves. What a spreadsheet would run as a formula is inert text. */
export function toCsv(rows: readonly KindRow[], columns: readonly ListColumn[]): string {
  const lines = [columns.map(headOf)];
  for (const row of rows)
    lines.push(
      columns.map(({ type, value }) => {
        const cell = value(row);
        return type === "age" ? String(cell ?? "") : cellText(type, cell, "");
      }),
    );
  return lines.map(csvRow).join("");
}

/** An age is told by when it began. */
function headOf({ id, type, name }: ListColumn): string {
  return id === "age" && type === "age" ? listTexts.created : name;
}
