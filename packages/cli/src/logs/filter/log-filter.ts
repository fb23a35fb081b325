import type { Query } from "@kubin/logs";
import { KubinError, levels } from "@kubin/schema";
import { inert } from "../../output/inert.ts";
import { nearest } from "../../usage/nearest.ts";
import type { LogsArgs } from "../logs-args.ts";
import { type Span, spanOf } from "./moments.ts";

/** Which lines of a log are wanted. */
export interface LogFilter extends Span {
  /** By level and text; all where they are not asked for. */
  query: Query;
}

/** The options that choose lines. Throws BAD_INPUT. */
export async function filterOf(args: LogsArgs, capturedAt: string | undefined): Promise<LogFilter> {
  const includes = textsOf("--include", args.include);
  const excludes = textsOf("--exclude", args.exclude);
  const query = allOf([
    ...(args.level === undefined ? [] : [await levelOf(args.level)]),
    ...(includes.length === 0 ? [] : [anyOf(includes)]),
    ...excludes.map((item): Query => ({ type: "not", item })),
  ]);
  return { ...(await spanOf(args, capturedAt)), query };
}

/** What stands out on a terminal: what is highlighted, and what was looked for. */
export function marksOf({ highlight, include }: LogsArgs): Query {
  return anyOf([...textsOf("--highlight", highlight), ...textsOf("--include", include)]);
}

export function allOf(items: Query[]): Query {
  const [only] = items;
  if (!only) return { type: "all" };
  return items.length === 1 ? only : { type: "and", items };
}

export function anyOf(items: Query[]): Query {
  const [only] = items;
  if (!only) return { type: "all" };
  return items.length === 1 ? only : { type: "or", items };
}

function textsOf(option: string, texts: readonly string[] | undefined): Query[] {
  return (texts ?? []).map((text) => {
    if (text === "") throw new KubinError("BAD_INPUT", `${option} is empty; expected text of a line.`);
    return { type: "phrase", text };
  });
}

/** A level alone is at least that severe, as `journalctl -p`; `=warn`, `<warn` and the like as in a query. */
async function levelOf(text: string): Promise<Query> {
  const { parseQuery, QueryError } = await import("@kubin/logs");
  const bare = /^[a-z]+$/i.test(text) && text.toLowerCase() !== "unknown";
  try {
    const query = parseQuery(`level:${bare ? ">=" : ""}${text}`);
    if (query.type === "level") return query;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
  }
  const near = nearest(text, levels);
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  const expected = `Expected ${levels.join(", ")}: that level and all that is worse; =warn is warn alone.`;
  throw new KubinError("BAD_INPUT", `"${inert(text)}" is no level.${meant}\n${expected}`);
}
