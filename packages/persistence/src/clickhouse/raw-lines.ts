import type { LogCaller, LogPosition, RawLinePage, Scope } from "@kubin/core";
import { formatNanos, type ResolvedQuery } from "@kubin/logs";
import type { LogSource } from "@kubin/schema";
import { noTimeNanos } from "./log-table.ts";
import { whereOf } from "./log-where.ts";
import { pageReads } from "./page-reads.ts";
import { type LogReader, readRows } from "./read-rows.ts";

interface RawSearch extends LogCaller {
  scope: Scope;
  query: ResolvedQuery;
  limit: number;
  after?: LogPosition | undefined;
}

type RawRow = [
  base64: string,
  namespace: string,
  pod: string,
  container: string,
  source: LogSource,
  line: number,
  nanos: string,
];

/** A page in file order as bytes. They travel as Base64, since JSON would replace what is not UTF-8. */
export async function rawLines(reader: LogReader, search: RawSearch): Promise<RawLinePage> {
  const where = whereOf(search.scope, search.query);
  if (where === undefined) return { lines: [], last: undefined };
  const { binder } = where;
  const [read] = pageReads(binder, { order: "file", after: search.after });
  const { rows, incomplete } = await readRows<RawRow>(reader, {
    sql: `SELECT base64Encode(concat(prefix, message)), namespace, pod, container, source, line, toString(toUnixTimestamp64Nano(ts))
      FROM log_lines WHERE ${where.sql}${read?.condition ?? ""} ORDER BY ${read?.order ?? ""} LIMIT ${binder.bind("UInt32", search.limit)}`,
    params: binder.params,
    caller: search,
  });
  const last = rows.at(-1);
  return { lines: rows.map(([base64]) => Buffer.from(base64, "base64")), last: last && positionOf(last), incomplete };
}

function positionOf([, namespace, pod, container, source, line, nanos]: RawRow): LogPosition {
  const at = BigInt(nanos);
  return { at: at === noTimeNanos ? undefined : formatNanos(at), stream: { namespace, pod, container, source }, line };
}
