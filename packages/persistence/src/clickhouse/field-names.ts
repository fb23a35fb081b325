import type { LogCaller, Scope } from "@kubin/core";
import type { ResolvedQuery } from "@kubin/logs";
import type { LogFields } from "@kubin/schema";
import { whereOf } from "./log-where.ts";
import { type LogReader, readRows } from "./read-rows.ts";

interface FieldSearch extends LogCaller {
  scope: Scope;
  query: ResolvedQuery;
  limit: number;
}

/** Names of the attributes that lines of a query have, the most frequent first. */
export async function fieldNames(reader: LogReader, search: FieldSearch): Promise<LogFields> {
  const where = whereOf(search.scope, search.query);
  if (where === undefined) return { fields: [], tookMs: 0 };
  const { rows, tookMs, incomplete } = await readRows<[string, number]>(reader, {
    sql: `SELECT arrayJoin(mapKeys(fields)) AS name, count() AS lines FROM log_lines WHERE ${where.sql}
      GROUP BY name ORDER BY lines DESC, name LIMIT ${where.binder.bind("UInt32", search.limit)}`,
    params: where.binder.params,
    caller: search,
  });
  const fields = rows.map(([name, lines]) => ({ name, lines }));
  return { fields, tookMs, ...(incomplete === undefined ? {} : { incomplete }) };
}
