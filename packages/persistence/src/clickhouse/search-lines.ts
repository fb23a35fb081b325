import type { LogPosition, LogSearch } from "@kubin/core";
import { parseNanos } from "@kubin/logs";
import { KubinError, type LogLine } from "@kubin/schema";
import { fileOrder, type LogLineRow, lineColumns, lineOf } from "./log-line-rows.ts";
import type { ParamBinder } from "./log-params.ts";
import { noTimeNanos } from "./log-table.ts";
import { whereOf } from "./log-where.ts";
import { type LogReader, readRows } from "./read-rows.ts";

/** One page of lines. Newest: by time, ties by stream and line, lines without a time last. */
export async function searchLines(
  reader: LogReader,
  search: LogSearch,
): Promise<{ lines: LogLine[]; tookMs: number; incomplete?: string }> {
  const where = whereOf(search.scope, search.query);
  if (where === undefined) return { lines: [], tookMs: 0 };
  const { binder } = where;
  const newest = search.order === "newest";
  const cursor = search.after ? ` AND ${(newest ? behindInTime : behindInFile)(binder, search.after)}` : "";
  const order = newest ? `ts DESC, ${fileOrder}` : fileOrder;
  const limit = binder.bind("UInt32", search.limit);
  const sql = `SELECT ${lineColumns} FROM log_lines WHERE ${where.sql}${cursor} ORDER BY ${order} LIMIT ${limit}`;
  const { rows, tookMs, incomplete } = await readRows<LogLineRow>(reader, {
    sql,
    params: binder.params,
    signal: search.signal,
    // Measured: the index of times alone takes a third of what it takes with the filter that moves along.
    settings: { use_top_k_dynamic_filtering: 0 },
  });
  return { lines: rows.map(lineOf), tookMs, ...(incomplete === undefined ? {} : { incomplete }) };
}

/** The bound on `ts` alone comes first: it is what the index of times can prune by. */
function behindInTime(binder: ParamBinder, after: LogPosition): string {
  const nanos = after.at === undefined ? noTimeNanos : parseNanos(after.at);
  if (nanos === undefined)
    throw new KubinError("BAD_INPUT", "This cursor is not one of Kubin's; start from the first page.");
  const moment = `fromUnixTimestamp64Nano(${binder.bind("Int64", nanos.toString())}, 'UTC')`;
  return `ts <= ${moment} AND (ts < ${moment} OR ${behindInFile(binder, after)})`;
}

/** Lexicographic, spelled out: the primary key prunes by comparisons of its columns, not by those of tuples. */
function behindInFile(binder: ParamBinder, after: LogPosition): string {
  const { namespace, pod, container, source } = after.stream;
  const keys = Object.entries({ namespace, pod, container, source }).map(
    ([column, value]) => [column, binder.bind("String", value)] as const,
  );
  const line = ["line", binder.bind("UInt64", after.line)] as const;
  const all = [...keys, line];
  const cases = all.map(([column, value], index) => {
    const equal = all.slice(0, index).map(([before, same]) => `${before} = ${same}`);
    return `(${[...equal, `${column} > ${value}`].join(" AND ")})`;
  });
  return `(${cases.join(" OR ")})`;
}
