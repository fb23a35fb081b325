import type { LogsArgs } from "../logs-args.ts";
import { allOf, anyOf, type LineQuery, levelQuery, textQuery } from "./line-query.ts";
import { type Span, spanOf } from "./moments.ts";

/** Which lines of a log are wanted. */
export interface LogFilter extends Span {
  /** By level and text; all where they are not asked for. */
  query: LineQuery;
}

/** The options that choose lines. Throws BAD_INPUT. */
export async function filterOf(args: LogsArgs, capturedAt: string | undefined): Promise<LogFilter> {
  const includes = await textsOf("--include", args.include);
  const excludes = await textsOf("--exclude", args.exclude);
  const query = allOf([
    ...(args.level === undefined ? [] : [await levelQuery(args.level)]),
    ...(includes.length === 0 ? [] : [anyOf(includes)]),
    ...excludes.map((item): LineQuery => ({ type: "not", item })),
  ]);
  return { ...(await spanOf(args, capturedAt)), query };
}

/** What stands out on a terminal: what is highlighted, and what was looked for. Throws BAD_INPUT. */
export async function marksOf({ highlight, include }: LogsArgs): Promise<LineQuery> {
  return anyOf([...(await textsOf("--highlight", highlight)), ...(await textsOf("--include", include))]);
}

function textsOf(option: string, texts: readonly string[] | undefined): Promise<LineQuery[]> {
  return Promise.all((texts ?? []).map((text) => textQuery(option, text)));
}
