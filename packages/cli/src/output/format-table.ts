import stringWidth from "string-width";
import { inert } from "./inert.ts";

export interface TableColumn {
  title: string;
  /** Numbers stand at the right. */
  right?: boolean;
  /** May be cut to fit; names and states may not. */
  shrinks?: boolean;
}

/** No column is cut below this. */
const leastWidth = 12;
const gap = "   ";

/**
 * Rows under titles, as kubectl sets them. With `width` columns that may shrink are cut with "…" until a line fits;
 * without it nothing is cut. Cells are made inert, so captured data cannot break the table or drive a terminal.
 */
export function formatTable(opts: {
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  width?: number | undefined;
}): string {
  const { columns } = opts;
  const rows = [columns.map((column) => column.title), ...opts.rows.map((row) => row.map(inert))];
  const widths = columns.map((_, index) => rows.reduce((most, row) => Math.max(most, stringWidth(row[index] ?? "")), 0));
  if (opts.width !== undefined) shrink(columns, widths, opts.width);
  const lines = rows.map((row) =>
    columns
      .map((column, index) => pad(cut(row[index] ?? "", widths[index] ?? 0), widths[index] ?? 0, column.right === true))
      .join(gap)
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function shrink(columns: readonly TableColumn[], widths: number[], width: number): void {
  const total = () => widths.reduce((sum, one) => sum + one, gap.length * (columns.length - 1));
  for (let over = total() - width; over > 0; over = total() - width) {
    const widest = columns.reduce((best, column, index) => {
      const own = widths[index] ?? 0;
      return column.shrinks && own > leastWidth && own > (widths[best] ?? 0) ? index : best;
    }, -1);
    if (widest < 0) return;
    const own = widths[widest] ?? 0;
    const next = Math.max(leastWidth, ...columns.map((column, index) => (index !== widest && column.shrinks ? (widths[index] ?? 0) : 0)));
    widths[widest] = Math.max(leastWidth, own - over, Math.min(own - 1, next));
  }
}

/** At most `width` columns of the terminal, with "…" where something is missing. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let used = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en").segment(text)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return right ? blanks + text : text + blanks;
}
