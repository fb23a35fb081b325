import { planRegex, type RegexLeaf } from "@kubin/logs";
import type { ParamBinder } from "./log-params.ts";

/** Condition for an expression somewhere in the whole line; where words are sure to be there, the index is asked first. */
export function compileRegex(binder: ParamBinder, leaf: RegexLeaf): string {
  const { re2, ignoreCase, wholeLine, words } = planRegex(leaf);
  const line = wholeLine ? "concat(prefix, message)" : "message";
  const tokens = words.length === 0 ? [] : [`hasAllTokens(lower(message), ${binder.bind("Array(String)", words)})`];
  const exact = `match(${ignoreCase ? `lower(${line})` : line}, ${binder.bind("String", re2)})`;
  return tokens.length === 0 ? exact : `(${[...tokens, exact].join(" AND ")})`;
}
