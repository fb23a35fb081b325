import type { Health } from "@kubin/schema";
import type { KindRow } from "../rows/kind-row.ts";
import type { RowTest } from "./row-test.ts";

/** The rows that pass all tests and have one of the healths, where any are asked for; `rows` itself where all do. */
export function filterRows(
  rows: readonly KindRow[],
  tests: readonly RowTest[],
  health: readonly Health[] | undefined,
): readonly KindRow[] {
  if (tests.length === 0 && !health) return rows;
  return rows.filter((row) => (!health || health.includes(row.health)) && tests.every((test) => test(row)));
}
