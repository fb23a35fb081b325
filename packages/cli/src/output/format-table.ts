import stringWidth from "string-width";
import { inert } from "./inert.ts";

export interface TableColumn {
  title: string;
  /** Numbers stand at the right. */
  right?: boolean;
  /**
   * May be cut to fit: "end" columns first, "middle" ones (names, whose ends tell them apart) only when that is not
   * enough; others never.
   */
  shrinks?: "end" | "middle" | undefined;
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
  const widths = columns.map((_, index) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[index] ?? "")), 0),
  );
  if (opts.width !== undefined) {
    shrink({ columns, widths, width: opts.width, which: "end" });
    shrink({ columns, widths, width: opts.width, which: "middle" });
  }
  const lines = rows.map((row) =>
    columns
      .map((column, index) =>
        pad(cutCell(column, row[index] ?? "", widths[index] ?? 0), widths[index] ?? 0, column.right === true),
      )
      .join(gap)
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

/** Takes width from the widest column, down to the next one, until a line fits or all are at their least. */
function shrink(opts: {
  columns: readonly TableColumn[];
  widths: number[];
  width: number;
  which: "end" | "middle";
}): void {
  const { columns, widths, width } = opts;
  const may = columns.flatMap((column, index) => (column.shrinks === opts.which ? [index] : []));
  for (;;) {
    const over = widths.reduce((sum, one) => sum + one, gap.length * (columns.length - 1)) - width;
    const sorted = may.map((index) => ({ index, own: widths[index] ?? 0 })).sort((a, b) => b.own - a.own);
    const [widest, second] = sorted;
    if (over <= 0 || !widest || widest.own <= leastWidth) return;
    const floor = second && second.own < widest.own ? second.own : widest.own - 1;
    widths[widest.index] = Math.max(leastWidth, floor, widest.own - over);
  }
}

function cutCell(column: TableColumn, text: string, width: number): string {
  if (column.shrinks !== "middle" || stringWidth(text) <= width) return cut(text, width);
  const tail = Math.floor((width - 1) / 2);
  return cut(text, width - tail) + text.slice(-tail);
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
