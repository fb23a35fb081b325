import type { LogCaller, Scope } from "@kubin/core";
import type { LogLine, LogStreamRef } from "@kubin/schema";
import { type LogLineRow, lineColumns, lineOf } from "./log-line-rows.ts";
import { openBinder } from "./log-params.ts";
import { snapshotCondition, streamCondition, whereOfStream } from "./log-where.ts";
import { type LogReader, readRows } from "./read-rows.ts";

/** A snapshot as the system names it, without a scope: for proofs and removal, never for a reader. */
export interface SnapshotRows {
  snapshotId: string;
  retainWeek: string;
}

export interface LinesView extends LogCaller {
  scope: Scope;
  stream: LogStreamRef;
  from: number;
  to: number;
}

/** Lines `from` ≤ number < `to` of one stream, in order. */
export async function viewLines(reader: LogReader, view: LinesView): Promise<LogLine[]> {
  const where = whereOfStream(view.scope, view.stream);
  if (where === undefined || view.to <= view.from) return [];
  const { binder } = where;
  const range = `line >= ${binder.bind("UInt64", view.from)} AND line < ${binder.bind("UInt64", view.to)}`;
  const { rows } = await readRows<LogLineRow>(reader, {
    sql: `SELECT ${lineColumns} FROM log_lines WHERE ${where.sql} AND ${range} ORDER BY line`,
    params: binder.params,
    caller: view,
  });
  return rows.map(lineOf);
}

/** Whether one line is stored; reads a single granule by the primary key. */
export async function hasLine(
  reader: LogReader,
  wanted: SnapshotRows & { stream: LogStreamRef; line: number },
): Promise<boolean> {
  const binder = openBinder();
  const place = `${snapshotCondition(binder, wanted)} AND ${streamCondition(binder, wanted.stream)}`;
  const { rows } = await readRows<[number]>(reader, {
    sql: `SELECT 1 FROM log_lines WHERE ${place} AND line = ${binder.bind("UInt64", wanted.line)} LIMIT 1`,
    params: binder.params,
  });
  return rows.length > 0;
}

/** Number of stored lines of a snapshot. */
export async function storedLines(reader: LogReader, snapshot: SnapshotRows): Promise<number> {
  const binder = openBinder();
  const { rows } = await readRows<[number]>(reader, {
    sql: `SELECT count() FROM log_lines WHERE ${snapshotCondition(binder, snapshot)}`,
    params: binder.params,
  });
  return rows[0]?.[0] ?? 0;
}
