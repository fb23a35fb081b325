import type { TableColumn } from "./table-column.ts";

type Widths = Pick<TableColumn<never>, "minPx" | "goodPx" | "maxPx" | "yields">;

/**
 * The width of each column in px, from the columns and the room alone, so that all rows agree: what reads well first
 * for those that matter, then for those that yield, then as wide as each may be. Without a known room all read well.
 */
export function columnWidths(columns: readonly Widths[], roomPx: number): number[] {
  if (roomPx === 0) return columns.map(goodPx);
  const widths = columns.map(({ minPx }) => minPx);
  let leftPx = roomPx - leastWidthPx(columns);
  const grow = (target: (column: Widths) => number) => {
    const wants = columns.map((column, at) => Math.max(0, target(column) - (widths[at] ?? 0)));
    const wanted = wants.reduce((sum, want) => sum + want, 0);
    if (leftPx <= 0 || wanted === 0) return;
    const share = Math.min(1, leftPx / wanted);
    wants.forEach((want, at) => {
      widths[at] = (widths[at] ?? 0) + Math.floor(want * share);
    });
    leftPx -= Math.min(leftPx, wanted);
  };
  grow((column) => (column.yields ? 0 : goodPx(column)));
  grow(goodPx);
  grow(({ maxPx }) => (maxPx === "rest" ? 0 : maxPx));
  const rest = columns.findIndex(({ maxPx }) => maxPx === "rest");
  if (rest >= 0 && leftPx > 0) widths[rest] = (widths[rest] ?? 0) + leftPx;
  return widths;
}

/** What the columns need at least, in px: below that the table scrolls sideways. */
export function leastWidthPx(columns: readonly Pick<Widths, "minPx">[]): number {
  return columns.reduce((sum, { minPx }) => sum + minPx, 0);
}

/** Where a column reads well, in px. */
function goodPx(column: Widths): number {
  const { minPx, maxPx } = column;
  return Math.max(minPx, column.goodPx ?? (maxPx === "rest" ? minPx : maxPx));
}
