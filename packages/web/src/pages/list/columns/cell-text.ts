import type { Cell } from "@kubin/schema";
import { ageAt } from "../../../times/age-at.ts";
import type { ListColumnType } from "./list-column.ts";

const mebibyte = 2 ** 20;

/** A cell as a person reads it: an age as of the capture, CPU and memory as `kubectl top` writes them. */
export function cellText(type: ListColumnType, cell: Cell, asOf: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return type === "age" ? ageAt(cell, asOf) || cell : cell;
  if (type === "cpu") return `${cell}m`;
  return type === "memory" ? `${Math.ceil(cell / mebibyte)}Mi` : String(cell);
}

/** Whether a cell says nothing. */
export function isNothing(cell: Cell): cell is null {
  return cell === null || cell === "" || cell === "<none>";
}
