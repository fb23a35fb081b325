import type { LogBars, LogCaller } from "@kubin/core";
import type { Level, LogHistogram } from "@kubin/schema";
import { momentSql } from "./log-place.ts";
import { boundNanos, noTimeNanos } from "./log-table.ts";
import { type LogWhere, whereOf } from "./log-where.ts";
import { type LogReader, readRows } from "./read-rows.ts";

/** First and last time of the matching lines in ms (0 without any), how many have one, how many have none. */
type Span = [firstMs: number, lastMs: number, timed: number, untimed: number];
type Bar = [bucket: number, level: Level, lines: number, firstLine: number];

/** Matching lines over time, by level. Buckets are of whole milliseconds, at least one. */
export async function histogramLines(reader: LogReader, bars: LogBars): Promise<LogHistogram> {
  const where = whereOf(bars.scope, bars.query);
  if (where === undefined) return { bucketMs: 1, buckets: [], untimed: 0, tookMs: 0 };
  const span = await readSpan(reader, where, bars);
  const [first, last, timed, untimed] = span.row;
  const from = bars.from ?? (timed > 0 ? first : undefined);
  // The end is outside: the last line lies before it.
  const to = bars.to ?? (timed > 0 ? last + 1 : undefined);
  if (from === undefined || to === undefined || to <= from) {
    return { bucketMs: 1, buckets: [], untimed, tookMs: span.tookMs, ...incompleteOf(span) };
  }
  const bucketMs = Math.max(1, Math.ceil((to - from) / bars.buckets));
  const read = await readBars(reader, where, { from, to, bucketMs, caller: bars });
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    bucketMs,
    buckets: bucketsOf(read.rows, { from, bucketMs }),
    untimed,
    tookMs: span.tookMs + read.tookMs,
    ...incompleteOf(span),
    ...incompleteOf(read),
  };
}

async function readSpan(reader: LogReader, where: LogWhere, bars: LogBars) {
  const none = momentSql(where.binder, noTimeNanos);
  const ms = (value: string) => `toUnixTimestamp64Milli(${value})`;
  const { rows, tookMs, incomplete } = await readRows<Span>(reader, {
    sql: `SELECT ${ms(`minIf(ts, ts > ${none})`)}, ${ms(`maxIf(ts, ts > ${none})`)}, countIf(ts > ${none}), countIf(ts = ${none})
      FROM log_lines WHERE ${where.sql}`,
    params: where.binder.params,
    caller: bars,
  });
  return { row: rows[0] ?? ([0, 0, 0, 0] satisfies Span), tookMs, incomplete };
}

function readBars(
  reader: LogReader,
  where: LogWhere,
  range: { from: number; to: number; bucketMs: number; caller: LogCaller },
) {
  const { binder } = where;
  const from = binder.bind("Int64", range.from);
  const width = binder.bind("Int64", range.bucketMs);
  const moment = (ms: number) => momentSql(binder, boundNanos(ms));
  return readRows<Bar>(reader, {
    sql: `SELECT intDiv(toUnixTimestamp64Milli(ts) - ${from}, ${width}) AS bucket, toString(level), count(), min(line)
      FROM log_lines WHERE ${where.sql} AND ts >= ${moment(range.from)} AND ts < ${moment(range.to)}
      GROUP BY bucket, level ORDER BY bucket, level`,
    params: binder.params,
    caller: range.caller,
  });
}

function bucketsOf(rows: readonly Bar[], { from, bucketMs }: { from: number; bucketMs: number }) {
  const buckets = new Map<number, LogHistogram["buckets"][number]>();
  for (const [bucket, level, lines, firstLine] of rows) {
    const at = new Date(from + bucket * bucketMs).toISOString();
    const known = buckets.get(bucket) ?? { at, lines: 0, levels: {}, firstLine };
    buckets.set(bucket, {
      at,
      lines: known.lines + lines,
      levels: { ...known.levels, [level]: lines },
      firstLine: Math.min(known.firstLine, firstLine),
    });
  }
  return [...buckets.values()];
}

function incompleteOf({ incomplete }: { incomplete: string | undefined }) {
  return incomplete === undefined ? {} : { incomplete };
}
