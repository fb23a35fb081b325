import { levels, logSources } from "@kubin/schema";
import { parseTimeValue } from "./parse-time-value.ts";
import type { LevelOp, Query } from "./query.ts";
import { QueryError } from "./query-error.ts";
import type { QueryToken } from "./query-tokens.ts";

type FieldToken = Extract<QueryToken, { type: "field" }>;

const levelValue = /^(>=|<=|>|<|=)?(.*)$/;

/** The query of one `key:value`. Throws QueryError with what was expected. */
export function fieldQuery(token: FieldToken, capturedAt: Date | undefined): Query {
  const place = { from: token.valueFrom, to: token.to };
  const fail = (message: string): QueryError => new QueryError(message, place.to > place.from ? place : token);
  if (token.value === "") throw fail(`A value is missing behind "${token.key}:"; put text that has a colon in quotes.`);
  switch (token.key) {
    case "level":
      return levelQuery(token.value, fail);
    case "is": {
      const source = logSources.find((one) => one === token.value.toLowerCase());
      if (source === undefined)
        throw fail(`"${token.value}" is not a run of a container; expected is:current or is:previous.`);
      return { type: "source", source };
    }
    case "after":
    case "before": {
      const at = parseTimeValue(token.value, capturedAt);
      if (typeof at === "string") throw fail(at);
      return { type: "time", op: token.key === "after" ? ">=" : "<", at };
    }
    case "ns":
    case "namespace":
      return { type: "field", field: "namespace", pattern: token.value };
    case "pod":
      return { type: "field", field: "pod", pattern: token.value };
    default:
      return { type: "field", field: "container", pattern: token.value };
  }
}

function levelQuery(value: string, fail: (message: string) => QueryError): Query {
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
