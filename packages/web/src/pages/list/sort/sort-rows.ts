import type { ListColumn } from "../columns/list-column.ts";
import type { KindRow } from "../rows/kind-row.ts";
import { quantityOf, spanMsOf } from "./amount.ts";
import { naturalKey } from "./natural-key.ts";

/** `rows` in the order of a column; equal ones keep their order, and what has nothing there comes last either way. */
export function sortRows(rows: readonly KindRow[], column: ListColumn, down: boolean): KindRow[] {
  const { ranks, count } = ranksOf(rows, column);
  // Rank and place in one number: numbers sort many times faster than a comparison in script.
  const keys = new Float64Array(rows.length);
  ranks.forEach((rank, at) => {
    const place = rank < 0 ? count : down ? count - 1 - rank : rank;
    keys[at] = place * rows.length + at;
  });
  keys.sort();
  return Array.from(keys, (key) => row(rows, key % rows.length));
}

/** The place of each row's cell among all cells that differ; -1 for an empty one. */
function ranksOf(rows: readonly KindRow[], column: ListColumn): { ranks: number[]; count: number } {
  const cells = rows.map((one) => column.value(one));
  const places = new Map<string | number, number>();
  for (const cell of cells) if (!isNothing(cell)) places.set(cell, 0);
  const ordered = inOrder([...places.keys()], column);
  // Cells that mean the same (1Gi, 1024Mi; ages of unequal writing) are equal, so that the order before decides.
  let rank = -1;
  let last: string | number | undefined;
  for (const { cell, key } of ordered) {
    if (key !== last) rank++;
    last = key;
    places.set(cell, rank);
  }
  return { ranks: cells.map((cell) => (isNothing(cell) ? -1 : (places.get(cell) ?? -1))), count: rank + 1 };
}

interface Keyed {
  cell: string | number;
  key: string | number;
}

function inOrder(cells: readonly (string | number)[], column: ListColumn): Keyed[] {
  const numeric =
    asNumbers(cells, (cell) => amountOf(cell, column)) ??
    // "73s" and "5m" stand beside each other: the m is minutes then, not a thousandth.
    asNumbers(cells, (cell) => spanMsOf(String(cell)));
  if (numeric)
    return cells.map((cell, at) => ({ cell, key: numeric[at] ?? 0 })).sort((one, other) => one.key - other.key);
  return cells
    .map((cell) => ({ cell, key: naturalKey(String(cell)) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
}

/** All cells as numbers; undefined as soon as one is none. */
function asNumbers(
  cells: readonly (string | number)[],
  read: (cell: string | number) => number | undefined,
): number[] | undefined {
  const numbers: number[] = [];
  for (const cell of cells) {
    const number = read(cell);
    if (number === undefined) return undefined;
    numbers.push(number);
  }
  return numbers;
}

/** Cells as numbers; a later time is a smaller age. Text is a number only where every cell of the column is one. */
function amountOf(cell: string | number, { type }: ListColumn): number | undefined {
  if (typeof cell === "number") return cell;
  if (type === "age") {
    const ms = Date.parse(cell);
    return Number.isNaN(ms) ? undefined : -ms;
  }
  return quantityOf(cell);
}

function isNothing(cell: string | number | null): cell is null {
  return cell === null || cell === "" || cell === "<none>";
}

/** Guarantee: keys were made from the places of `rows`. */
function row(rows: readonly KindRow[], at: number): KindRow {
  return rows[at] as KindRow;
}
