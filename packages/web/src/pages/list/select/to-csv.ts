import { listTexts } from "../../../texts/lists.ts";
import { cellText } from "../columns/cell-text.ts";
import type { ListColumn } from "../columns/list-column.ts";
import type { KindRow } from "../rows/kind-row.ts";

/** Rows as CSV (RFC 4180); ages as the times themselves. What a spreadsheet would run as a formula is inert text. */
export function toCsv(rows: readonly KindRow[], columns: readonly ListColumn[]): string {
  const lines = [columns.map((column) => csvCell(headOf(column)))];
  for (const row of rows)
    lines.push(
      columns.map(({ type, value }) => {
        const cell = value(row);
        return csvCell(type === "age" ? String(cell ?? "") : cellText(type, cell, ""));
      }),
    );
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** An age is told by when it began. */
function headOf({ id, type, name }: ListColumn): string {
  return id === "age" && type === "age" ? listTexts.created : name;
}

/** A cell that begins as a formula does gets an apostrophe before it; quotes where the format needs them. */
export function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
