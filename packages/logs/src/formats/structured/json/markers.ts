import type { Attributes } from "../attributes.ts";

/** Names by which conventions are told apart. At most 31, since each is a bit. */
const names = [
  "level",
  "ts",
  "msg",
  "message",
  "time",
  "timestamp",
  "@timestamp",
  "pid",
  "hostname",
  "v",
  "name",
  "severity",
  "@t",
  "log.level",
  "target",
  "fields.message",
  "t.$date",
  "s",
  "c",
  "auditID",
  "stage",
  "LogLevel",
  "Category",
  "request.uri",
  "DownstreamStatus",
  "response_code",
  "logger",
  "logger_name",
  "@level",
  "short_message",
  "@message",
] as const;

export type Marker = (typeof names)[number];

const bitOf = new Map<string, number>(names.map((name, index) => [name, 2 ** index]));

/** Which of the names a line has, as one number. */
export function markersIn(attributes: Attributes): number {
  let found = 0;
  for (const name of attributes.names) found |= bitOf.get(name) ?? 0;
  return found;
}

/** The number of a line that has just these. */
export function markersOf(wanted: readonly Marker[]): number {
  return wanted.reduce((sum, name) => sum | (bitOf.get(name) ?? 0), 0);
}
