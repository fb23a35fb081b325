import type { TableColumn } from "./table-column.ts";

/** The columns as tracks of a CSS grid; all rows share it, so it must depend on the columns alone. */
export function gridTracks(columns: readonly Pick<TableColumn<never>, "minPx" | "maxPx">[]): string {
  const tracks = columns.map(({ minPx, maxPx }) =>
    maxPx === "rest" ? `minmax(${minPx}px, 1fr)` : `minmax(${minPx}px, ${Math.max(minPx, maxPx)}px)`,
  );
  // Columns stay together on a wide screen: what none of them takes is left at the end.
  if (!columns.some(({ maxPx }) => maxPx === "rest")) tracks.push("1fr");
  return tracks.join(" ");
}

/** What the columns need at least, in px: below that the table scrolls sideways. */
export function leastWidthPx(columns: readonly Pick<TableColumn<never>, "minPx">[]): number {
  return columns.reduce((sum, { minPx }) => sum + minPx, 0);
}
