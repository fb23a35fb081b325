import { formatNanos } from "@kubin/logs";
import type { Level, LogLine, LogSource, TimeSource } from "@kubin/schema";
import { noTimeNanos } from "./log-table.ts";

/** Columns of a line in the order of `LogLineRow`. */
export const lineColumns =
  "namespace, pod, container, source, line, toString(toUnixTimestamp64Nano(ts)), toString(level), prefix, message, continues";

/** The same with what was read of the line. */
export const readLineColumns = `${lineColumns}, format, toString(time_source), fields`;

/** The stream's and the line's place in the order of the table; the snapshot before it is always one. */
const places = ["namespace", "pod", "container", "source", "line"] as const;
export const fileOrder = places.join(", ");
export const fileOrderBack = places.map((place) => `${place} DESC`).join(", ");

/** One row of `lineColumns` or `readLineColumns`; sources and levels are those that inserts wrote. */
export type LogLineRow = [
  ...stream: [namespace: string, pod: string, container: string, source: LogSource],
  ...line: [line: number, nanos: string, level: Level, prefix: string, message: string, continues: number],
  ...read: [] | [format: string, timeSource: TimeSource, fields: Record<string, string>],
];

export function lineOf(row: LogLineRow): LogLine {
  const [namespace, pod, container, source, line, nanos, level, prefix, message, continues, ...read] = row;
  const [format, timeSource, fields] = read;
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
    ...(continues === 1 ? { continues: true } : {}),
    ...(format === undefined ? {} : { format, timeSource, fields }),
  };
}
