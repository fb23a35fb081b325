import { levelsMatching, type PodsLeaf, type QueryLeaf, type ResolvedQuery } from "@kubin/logs";
import { compileAttribute } from "./compile-attribute.ts";
import { compileRegex } from "./compile-regex.ts";
import { anyOf, compilePhrase, compileWord, escapeLike } from "./compile-text.ts";
import { type LogParams, openBinder, type ParamBinder } from "./log-params.ts";
import { momentSql } from "./log-place.ts";
import { boundNanos, noTimeNanos } from "./log-table.ts";

/** A query as a condition of SQL with its values apart: text of users is never part of `sql`. */
export function compileQuery(query: ResolvedQuery): { sql: string; params: LogParams } {
  const binder = openBinder();
  return { sql: compileCondition(binder, query), params: binder.params };
}

/** The same, with the values added to those of a larger statement. */
export function compileCondition(binder: ParamBinder, query: ResolvedQuery): string {
  switch (query.type) {
    case "all":
      return "1";
    case "and":
    case "or": {
      const items = query.items.map((item) => compileCondition(binder, item));
      return `(${items.join(query.type === "and" ? " AND " : " OR ")})`;
    }
    case "not":
      return `NOT ${compileCondition(binder, query.item)}`;
    case "word":
      return compileWord(binder, query.word);
    case "phrase":
      return compilePhrase(binder, query.text);
    case "regex":
      return compileRegex(binder, query);
    case "level":
      return `level IN ${binder.bind("Array(String)", levelsMatching(query.op, query.level))}`;
    case "field":
      return compileField(binder, query);
    case "attribute":
      return compileAttribute(binder, query);
    case "pods":
      return compilePods(binder, query);
    case "source":
      return `source = ${binder.bind("String", query.source)}`;
    case "time":
      return compileTime(binder, query);
  }
}

function compileField(binder: ParamBinder, query: Extract<QueryLeaf, { type: "field" }>): string {
  const parts = query.pattern.split("*");
  if (parts.length === 1) return `${query.field} = ${binder.bind("String", query.pattern)}`;
  return `${query.field} LIKE ${binder.bind("String", parts.map(escapeLike).join("%"))}`;
}

function compilePods(binder: ParamBinder, { pods }: PodsLeaf): string {
  const named = pods.filter(({ names }) => names.length > 0);
  // The comparison with the namespace comes first in the order of the table.
  const places = named.map(({ namespace, names }) => {
    const own = `namespace = ${binder.bind("String", namespace)}`;
    return `(${own} AND pod IN ${binder.bind("Array(String)", names)})`;
  });
  return places.length === 0 ? "0" : anyOf(places);
}

/** Bounds are clamped to what the column can hold; lines without a time stand at `noTimeNanos` and never match. */
function compileTime(binder: ParamBinder, query: Extract<QueryLeaf, { type: "time" }>): string {
  const moment = momentSql(binder, boundNanos(query.at));
  if (query.op === ">=") return `ts >= ${moment}`;
  return `(ts < ${moment} AND ts > ${momentSql(binder, noTimeNanos)})`;
}
