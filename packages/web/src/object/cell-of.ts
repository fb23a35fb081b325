import { columnsOf } from "@kubin/kubernetes";
import type { Cell, RelatedObject } from "@kubin/schema";

/** What `kubectl get` shows of a related object in a column; undefined where it is not known. */
function cellOf(object: Pick<RelatedObject, "group" | "plural" | "cells">, column: string): Cell | undefined {
  const at = columnsOf(object).findIndex(({ name }) => name === column);
  // Servers before this answer sent no cells.
  const cells: readonly Cell[] | undefined = object.cells;
  return at < 0 ? undefined : (cells?.[at] ?? undefined);
}

/** The same as text, "" for nothing. */
export function cellText(object: Pick<RelatedObject, "group" | "plural" | "cells">, column: string): string {
  const cell = cellOf(object, column);
  return cell === undefined || cell === null || cell === "<none>" ? "" : String(cell);
}
