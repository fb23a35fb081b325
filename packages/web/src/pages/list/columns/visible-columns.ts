import type { ColumnChoice } from "./column-choice.ts";
import type { ColumnRoom } from "./column-room.ts";
import type { ListColumn } from "./list-column.ts";

interface VisibleOptions {
  columns: readonly ListColumn[];
  choice: ColumnChoice;
  /** Room for the cells in px; 0 where it is not known. */
  roomPx: number;
  roomOf: (column: ListColumn) => ColumnRoom;
}

/** What a list is read for; they stay however narrow it is. */
const kept = ["name", "why", "status"];
/** The wide one that is asked for most. It comes first, and the reasons, which few rows have, make room for it. */
export const firstWide = "node";

/**
 * The columns to show: those the reader chose, and of the others as many as the room is for: those of `-o wide` where
 * all read well beside them, numbers and then texts from the right where not even their least fits.
 */
export function visibleColumns({ columns, choice, roomPx, roomOf }: VisibleOptions): ListColumn[] {
  const isChosen = ({ id }: ListColumn) => choice.shown.includes(id);
  const isEmpty = (column: ListColumn) => (column.wide || column.id === "why") && roomOf(column).empty;
  const wanted = columns.filter(
    (column) => !choice.hidden.includes(column.id) && (isChosen(column) || !isEmpty(column)),
  );
  const shown = new Set(wanted.filter((column) => !column.wide || isChosen(column)));
  const sum = (width: "minPx" | "goodPx") => [...shown].reduce((px, column) => px + roomOf(column)[width], 0);
  const fits = (column: ListColumn) => sum("goodPx") + roomOf(column).goodPx <= roomPx + spared(column);
  const spared = ({ id }: ListColumn) => {
    const why = [...shown].find((column) => column.id === "why");
    return id === firstWide && why ? roomOf(why).goodPx - roomOf(why).minPx : 0;
  };
  const wide = wanted.filter((column) => column.wide && !isChosen(column));
  const byUse = [...wide.filter(({ id }) => id === firstWide), ...wide.filter(({ id }) => id !== firstWide)];
  for (const column of byUse) if (fits(column)) shown.add(column);
  const yielding = [...shown].filter((column) => !isChosen(column) && !kept.includes(column.id)).reverse();
  const numbersFirst = [
    ...yielding.filter(({ type }) => type !== "text"),
    ...yielding.filter(({ type }) => type === "text"),
  ];
  for (const column of numbersFirst) if (roomPx > 0 && sum("minPx") > roomPx) shown.delete(column);
  return columns.filter((column) => shown.has(column));
}
