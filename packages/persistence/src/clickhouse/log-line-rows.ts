import { formatNanos } from "@kubin/logs";
import type { Level, LogLine, LogSource } from "@kubin/schema";
import { noTimeNanos } from "./log-table.ts";

/** Columns of a line in the order of `LogLineRow`. */
export const lineColumns =
  "namespace, pod, container, source, line, toString(toUnixTimestamp64Nano(ts)), toString(level), prefix, message";

/** The stream's and the line's place in the order of the table; the snapshot before it is always one. */
export const fileOrder = "namespace, pod, container, source, line";

/** One row of `lineColumns`; sources and levels are those that inserts wrote. */
export type LogLineRow = [string, string, string, LogSource, number, string, Level, string, string];

export function lineOf(row: LogLineRow): LogLine {
  const [namespace, pod, container, source, line, nanos, level, prefix, message] = row;
  const at = BigInt(nanos);
  return {
    namespace,
    pod,
    container,
    source,
    line,
    ...(at === noTimeNanos ? {} : { at: formatNanos(at) }),
    level,
    message,
    prefix,
  };
}
