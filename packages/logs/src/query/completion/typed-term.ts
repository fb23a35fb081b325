import { tokensIfRead } from "../query-tokens.ts";

export interface TypedTerm {
  from: number;
  to: number;
  /** Where the colon of a field stands. */
  colon: number | undefined;
}

/** The bare term that a caret stands in or behind, or an empty one. Undefined inside of quotes and expressions. */
export function typedTerm(text: string, caret: number): TypedTerm | undefined {
  const whole = tokensIfRead(text);
  // What is right of the caret may be unfinished, so that what is left of it is read by itself.
  const last = tokensIfRead(text.slice(0, caret))?.at(-1);
  const inside = whole?.some(
    ({ type, from, to }) => (type === "phrase" || type === "regex") && from < caret && caret < to,
  );
  if (inside || (last === undefined && /\S/.test(text.slice(0, caret)))) return undefined;
  const behind = last === undefined || last.to < caret || ["(", ")", "-"].includes(last.type);
  if (!behind && (last.type === "phrase" || last.type === "regex" || (last.type === "field" && last.quoted)))
    return undefined;
  const from = behind ? caret : last.from;
  const right = whole?.find((token) => token.from === from);
  const bare = /^[^\s()"]*/.exec(text.slice(from))?.[0] ?? "";
  const to = right?.type === "field" ? right.to : from + bare.length;
  const name = /^[A-Za-z_@][\w.@/-]*(?=:(?!\/\/))/.exec(bare)?.[0];
  return { from, to: Math.max(to, caret), colon: name === undefined ? undefined : from + name.length };
}
