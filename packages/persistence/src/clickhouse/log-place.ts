import type { LogPosition } from "@kubin/core";
import { parseNanos } from "@kubin/logs";
import { KubinError } from "@kubin/schema";
import type { ParamBinder } from "./log-params.ts";
import { noTimeNanos } from "./log-table.ts";

/** SQL of a moment. */
export function momentSql(binder: ParamBinder, nanos: bigint): string {
  return `fromUnixTimestamp64Nano(${binder.bind("Int64", nanos.toString())}, 'UTC')`;
}

/** Where a page begins, as conditions of SQL; each holds the bind of its values once. */
export interface LogPlace {
  /** Behind it, or before it, in file order. */
  behind: string;
  before: string;
  moment: string;
}

/** Throws BAD_INPUT for a position whose time is none. */
export function placeSql(binder: ParamBinder, position: LogPosition): LogPlace {
  const nanos = position.at === undefined ? noTimeNanos : parseNanos(position.at);
  if (nanos === undefined)
    throw new KubinError("BAD_INPUT", "This cursor is not one of Kubin's; start from the first page.");
  const { namespace, pod, container, source } = position.stream;
  const keys = Object.entries({ namespace, pod, container, source }).map(
    ([column, value]) => [column, binder.bind("String", value)] as const,
  );
  const all = [...keys, ["line", binder.bind("UInt64", position.line)] as const];
  return { behind: lexicographic(all, ">"), before: lexicographic(all, "<"), moment: momentSql(binder, nanos) };
}

/** Spelled out: the primary key prunes by comparisons of its columns, not by those of tuples. */
function lexicographic(columns: readonly (readonly [column: string, value: string])[], op: "<" | ">"): string {
  const cases = columns.map(([column, value], index) => {
    const equal = columns.slice(0, index).map(([before, same]) => `${before} = ${same}`);
    return `(${[...equal, `${column} ${op} ${value}`].join(" AND ")})`;
  });
  return `(${cases.join(" OR ")})`;
}
