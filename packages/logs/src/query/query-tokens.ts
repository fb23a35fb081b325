import { QueryError } from "./query-error.ts";

/** A piece of query text; `from`–`to` is its place in the text, in characters. */
export type QueryToken =
  | { type: "(" | ")" | "-" | "or" | "and"; from: number; to: number }
  | { type: "text"; text: string; from: number; to: number }
  | { type: "phrase"; text: string; from: number; to: number }
  /** `key:value`; the value perhaps in quotes. */
  | { type: "field"; key: string; value: string; from: number; to: number; valueFrom: number };

export const fieldKeys = ["level", "ns", "namespace", "pod", "container", "is", "after", "before"] as const;

const fieldStart = new RegExp(`^(${fieldKeys.join("|")}):`, "i");

/** Cuts query text into tokens. Throws QueryError for an open quote. */
export function queryTokens(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let index = 0;
  while (index < text.length) {
    if (/\s/.test(text.charAt(index))) {
      index += 1;
      continue;
    }
    const token = tokenAt(text, index);
    tokens.push(token);
    index = token.to;
  }
  return tokens;
}

function tokenAt(text: string, from: number): QueryToken {
  const first = text.charAt(from);
  if (first === "(" || first === ")") return { type: first, from, to: from + 1 };
  if (first === '"') {
    const { value, to } = quoted(text, from);
    return { type: "phrase", text: value, from, to };
  }
  // One minus before a term negates it; two are text, as in `--v=4`.
  if (first === "-" && text.charAt(from + 1) !== "-") return { type: "-", from, to: from + 1 };
  const key = fieldStart.exec(text.slice(from, from + 16))?.[1];
  if (key !== undefined) return fieldAt(text, { from, key });
  const word = bare(text, from);
  const to = from + word.length;
  if (word === "OR") return { type: "or", from, to };
  if (word === "AND") return { type: "and", from, to };
  return { type: "text", text: word, from, to };
}

function fieldAt(text: string, start: { from: number; key: string }): QueryToken {
  const { from } = start;
  const key = start.key.toLowerCase();
  const valueFrom = from + key.length + 1;
  if (text.charAt(valueFrom) === '"') {
    const { value, to } = quoted(text, valueFrom);
    return { type: "field", key, value, from, to, valueFrom };
  }
  const value = bare(text, valueFrom);
  return { type: "field", key, value, from, to: valueFrom + value.length, valueFrom };
}

/** Characters up to the next blank or parenthesis. */
function bare(text: string, from: number): string {
  return /^[^\s()]*/.exec(text.slice(from))?.[0] ?? "";
}

/** A quoted text; `\"` is a quote and `\\` a backslash in it, any other backslash stands for itself. */
function quoted(text: string, from: number): { value: string; to: number } {
  let value = "";
  for (let index = from + 1; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') return { value, to: index + 1 };
    const next = text.charAt(index + 1);
    const escaped = character === "\\" && (next === '"' || next === "\\");
    value += escaped ? next : character;
    if (escaped) index += 1;
  }
  throw new QueryError('This quote is never closed; expected a second " behind the phrase.', { from, to: text.length });
}
