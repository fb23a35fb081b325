import { levels, logSources } from "@kubin/schema";
import { lowerAscii } from "../lines/line-text.ts";
import { aroundTime } from "./around-time.ts";
import { attributeQuery, type Fail } from "./attribute-query.ts";
import { parseTimeValue } from "./parse-time-value.ts";
import type { LevelOp, Query } from "./query.ts";
import { QueryError } from "./query-error.ts";
import type { FieldToken } from "./query-tokens.ts";
import { workloadOf } from "./workload-of.ts";

const levelValue = /^(>=|<=|>|<|=)?(.*)$/s;

/** The query of one `name:value`. Throws QueryError with what was expected. */
export function fieldQuery(token: FieldToken, capturedAt: Date | undefined): Query {
  const { field, value } = token;
  const place = { from: token.valueFrom, to: token.to };
  const fail: Fail = (message) => new QueryError(message, place.to > place.from ? place : token);
  if (value === "")
    throw fail(`A value is missing behind "${lowerAscii(token.name)}:"; put text that has a colon in quotes.`);
  switch (field) {
    case "level":
      return levelQuery(value, fail);
    case "is": {
      const source = logSources.find((one) => one === value.toLowerCase());
      if (source === undefined)
        throw fail(`"${value}" is not a run of a container; expected is:current or is:previous.`);
      return { type: "source", source };
    }
    case "after":
    case "before": {
      const at = parseTimeValue(value, capturedAt);
      if (typeof at === "string") throw fail(at);
      return { type: "time", op: field === "after" ? ">=" : "<", at };
    }
    case "around":
      return aroundQuery(value, { capturedAt, fail });
    case "namespace":
    case "pod":
    case "container":
      return { type: "field", field, pattern: value };
    case "workload":
      if (!workloadOf(value))
        throw fail(`"${value}" names no workload; expected a name or a kind and a name, as in workload:deploy/web.`);
      return { type: "podsOf", of: field, pattern: value };
    case "node":
      return { type: "podsOf", of: field, pattern: value };
    default:
      return attributeQuery(token, fail);
  }
}

function aroundQuery(value: string, { capturedAt, fail }: { capturedAt: Date | undefined; fail: Fail }): Query {
  const { time, spanMs } = aroundTime(value);
  if (spanMs === 0) throw fail("A span around a time is longer than nothing, as in around:10:14±5m.");
  const at = parseTimeValue(time, capturedAt);
  if (typeof at === "string") throw fail(at);
  const items: Query[] = [
    { type: "time", op: ">=", at: at - spanMs },
    { type: "time", op: "<", at: at + spanMs },
  ];
  return { type: "and", items };
}

function levelQuery(value: string, fail: Fail): Query {
  const found = levelValue.exec(value.toLowerCase());
  const name = found?.[2] ?? "";
  const level = levels.find((one) => one === (name === "warning" ? "warn" : name));
  if (level === undefined)
    throw fail(`"${name}" is no level; expected one of ${levels.join(", ")}, as in level:>=warn.`);
  const op = opOf(found?.[1]);
  if (op !== "=" && level === "unknown") throw fail('"unknown" has no rank; expected level:unknown.');
  return { type: "level", op, level };
}

function opOf(text: string | undefined): LevelOp {
  switch (text) {
    case ">=":
    case ">":
    case "<=":
    case "<":
      return text;
    default:
      return "=";
  }
}
