import type { ColumnChoice } from "./column-choice.ts";
import type { ListColumn } from "./list-column.ts";

interface VisibleOptions {
  columns: readonly ListColumn[];
  choice: ColumnChoice;
  /** Room for the cells in px; 0 where it is not known. */
  roomPx: number;
  /** Width at which a column reads well, in px; 0 for one without anything in it. */
  wantedPx: (column: ListColumn) => number;
}

/** The columns to show: those not taken away; those of `-o wide` that were chosen or that fit as well. */
export function visibleColumns({ columns, choice, roomPx, wantedPx }: VisibleOptions): ListColumn[] {
  const isShown = (column: ListColumn) => !choice.hidden.includes(column.id) && (!column.wide || isChosen(column));
  const isChosen = ({ id }: ListColumn) => choice.shown.includes(id);
  let leftPx = roomPx;
  for (const column of columns) if (isShown(column)) leftPx -= wantedPx(column);
  return columns.filter((column) => {
    if (choice.hidden.includes(column.id)) return false;
    if (column.id === "why" && !isChosen(column)) return wantedPx(column) > 0;
    if (!column.wide || isChosen(column)) return true;
    const px = wantedPx(column);
    if (px === 0 || px > leftPx) return false;
    leftPx -= px;
    return true;
  });
}
