import type { LogStreamRef } from "@kubin/schema";
import { allOf, type LineQuery } from "../filter/line-query.ts";
import type { LogFilter } from "../filter/log-filter.ts";
import type { Span } from "../filter/moments.ts";

/** The lines of one stream. No name holds a `*`. */
export function ofStream({ namespace, pod, container, source }: LogStreamRef): LineQuery[] {
  return [
    { type: "field", field: "namespace", pattern: namespace },
    { type: "field", field: "pod", pattern: pod },
    { type: "field", field: "container", pattern: container },
    { type: "source", source },
  ];
}

/** The lines of one stream that pass, where all of its lines have a time of their own. */
export function passingOf(stream: LogStreamRef, filter: LogFilter): LineQuery {
  const rest: LineQuery[] = filter.query.type === "and" ? filter.query.items : [filter.query];
  return allOf([...ofStream(stream), ...within(filter), ...rest.filter(({ type }) => type !== "all")]);
}

function within({ since, until }: Span): LineQuery[] {
  return [
    ...(since === undefined ? [] : [{ type: "time" as const, op: ">=" as const, at: since }]),
    ...(until === undefined ? [] : [{ type: "time" as const, op: "<" as const, at: until }]),
  ];
}
