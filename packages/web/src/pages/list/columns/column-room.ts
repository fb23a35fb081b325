import type { KindRow } from "../rows/kind-row.ts";
import { cellText, isNothing } from "./cell-text.ts";
import type { ListColumn } from "./list-column.ts";

export interface ColumnRoom {
  minPx: number;
  goodPx: number;
  maxPx: number;
  /** No row of the sample has anything there. */
  empty: boolean;
}

/** Width of a letter of the table's font and the room around a cell, in px. */
const letterPx = 7.5;
const aroundPx = 20;
/** Mark of health before a name. */
const markPx = 20;
const lettersAtMost = 64;

/** Letters a column needs at least and reads well with, where its texts are longer. */
function lettersOf({ id, type, wide }: ListColumn): { least: number; good: number } {
  if (id === "name") return { least: 18, good: 42 };
  if (id === "why") return { least: 20, good: 58 };
  if (type !== "text") return { least: 12, good: 16 };
  return wide ? { least: 14, good: 26 } : { least: 14, good: 30 };
}

/** The room a column wants: by its longest text on the first page, so that it does not change as more rows come. */
export function columnRoom(column: ListColumn, sample: readonly KindRow[]): ColumnRoom {
  const { least, good } = lettersOf(column);
  // The arrow of the order stands beside the name.
  let letters = column.name.length + 2;
  let empty = true;
  for (const row of sample) {
    const cell = column.value(row);
    if (!isNothing(cell)) empty = false;
    else if (cell === null) continue;
    const length = column.type === "age" ? 6 : cellText(column.type, cell, "").length;
    letters = Math.max(letters, Math.min(length, lettersAtMost));
  }
  const px = (count: number) =>
    Math.ceil(Math.min(letters, count) * letterPx + aroundPx + (column.id === "name" ? markPx : 0));
  return { minPx: px(least), goodPx: px(good), maxPx: px(lettersAtMost), empty };
}
