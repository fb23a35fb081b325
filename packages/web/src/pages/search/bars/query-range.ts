import { type Query, withoutTimes } from "@kubin/logs";
import { readQuery } from "../../../logs/read-query.ts";
import type { LogRange } from "../../../logs-drawer/log-range.ts";

/** The span of time that all lines of a query must lie in; undefined where it names none. */
export function rangeOf(query: Query): LogRange | undefined {
  const items = query.type === "and" ? query.items : [query];
  const times = items.flatMap((item) => (item.type === "time" ? item : []));
  const from = Math.max(...times.flatMap(({ op, at }) => (op === ">=" ? at : [])));
  const to = Math.min(...times.flatMap(({ op, at }) => (op === "<" ? at : [])));
  if (times.length === 0) return undefined;
  return { from: spelled(from), to: spelled(to) };
}

/** Query text with another span of time, or none, and all else as it was typed. */
export function withRange(text: string, range: LogRange | undefined): string {
  const read = readQuery(text, undefined);
  // What is said on one side of an OR alone is no span of the whole.
  const isEither = "query" in read && read.query.type === "or";
  const rest = isEither && range ? `(${text.trim()})` : isEither ? text : withoutTimes(text);
  const words = [range?.from && `after:${short(range.from)}`, range?.to && `before:${short(range.to)}`];
  return [rest.trim(), ...words].filter(Boolean).join(" ");
}

function spelled(at: number): string | undefined {
  return Number.isFinite(at) ? new Date(at).toISOString() : undefined;
}

/** Whole seconds need no thousandths. */
function short(at: string): string {
  return at.replace(".000Z", "Z");
}
