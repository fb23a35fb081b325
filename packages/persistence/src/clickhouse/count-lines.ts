import type { LogCaller, Scope } from "@kubin/core";
import type { ResolvedQuery } from "@kubin/logs";
import type { LogCount } from "@kubin/schema";
import { whereOf } from "./log-where.ts";
import { type LogReader, readRows } from "./read-rows.ts";

export interface CountSearch extends LogCaller {
  scope: Scope;
  query: ResolvedQuery;
}

/** Number of matching lines and of streams that have one. */
export async function countLines(reader: LogReader, search: CountSearch): Promise<LogCount> {
  const where = whereOf(search.scope, search.query);
  if (where === undefined) return { lines: 0, streams: 0, tookMs: 0 };
  const { rows, tookMs, incomplete } = await readRows<[number, number]>(reader, {
    sql: `SELECT sum(lines), count() FROM (SELECT count() AS lines FROM log_lines WHERE ${where.sql} GROUP BY snapshot_id, namespace, pod, container, source)`,
    params: where.binder.params,
    caller: search,
    // Streams lie together in the table: counted as they pass, six times faster than through a hash table.
    settings: { optimize_aggregation_in_order: 1 },
  });
  const [lines, streams] = rows[0] ?? [0, 0];
  return { lines, streams, tookMs, ...(incomplete === undefined ? {} : { incomplete }) };
}
