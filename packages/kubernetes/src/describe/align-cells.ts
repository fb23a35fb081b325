const padding = 2;

/**
 * Rows of cells as lines, aligned as Go's `text/tabwriter` does for kubectl: a column is as wide as the widest cell
 * among neighbouring rows that have one there; the last cell of a row belongs to no column.
 */
export function alignCells(rows: readonly (readonly string[])[]): string[] {
  const lines: string[] = [];
  format({ rows, from: 0, to: rows.length, widths: [], lines });
  return lines;
}

interface Block {
  rows: readonly (readonly string[])[];
  from: number;
  to: number;
  widths: number[];
  lines: string[];
}

function format({ rows, from, to, widths, lines }: Block): void {
  const column = widths.length;
  const has = (row: number) => (rows[row]?.length ?? 0) - 1 > column;
  let printed = from;
  for (let row = from; row < to; row++) {
    if (!has(row)) continue;
    for (; printed < row; printed++) lines.push(lineOf(rows[printed] ?? [], widths));
    let end = row;
    let width = 0;
    for (; end < to && has(end); end++) width = Math.max(width, widthOf(rows[end]?.[column] ?? "") + padding);
    format({ rows, from: row, to: end, widths: [...widths, width], lines });
    printed = end;
    row = end;
  }
  for (; printed < to; printed++) lines.push(lineOf(rows[printed] ?? [], widths));
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, at) =>
    at < cells.length - 1 ? cell + " ".repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell))) : cell,
  );
  return padded.join("").trimEnd();
}

/** In characters, as tabwriter counts. */
function widthOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
