import type { Cell } from "@kubin/schema";
import { Age } from "../../parts/age.tsx";

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** The overview names its node columns without types: a cell that is a time is an age. */
export function NodeCell({ cell }: { cell: Cell }) {
  if (typeof cell === "string" && time.test(cell)) return <Age at={cell} />;
  return cell === "<none>" ? null : cell;
}
