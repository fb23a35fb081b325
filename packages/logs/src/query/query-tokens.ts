import { QueryError } from "./query-error.ts";
import { fieldOfKey, type QueryField } from "./query-fields.ts";

/** A piece of query text; `from`–`to` is its place in the text, in characters. */
export type QueryToken =
  | { type: "(" | ")" | "-" | "or" | "and"; from: number; to: number }
  | { type: "text"; text: string; from: number; to: number }
  | { type: "phrase"; text: string; from: number; to: number }
  /** `/pattern/`; in `pattern` a slash still has its backslash. */
  | { type: "regex"; pattern: string; ignoreCase: boolean; from: number; to: number }
  | FieldToken;

/** `name:value`; the value perhaps in quotes. `field` where the name is a known one. */
export interface FieldToken {
  type: "field";
  field: QueryField | undefined;
  name: string;
  value: string;
  quoted: boolean;
  from: number;
  to: number;
  valueFrom: number;
}

/** What begins with a digit is a time or an address, and what `//` follows a scheme. */
const nameStart = /[A-Za-z_@][\w.@/-]*:(?!\/\/)/y;
const regexTerm = /\/((?:[^/\\]|\\.)+)\/(i?)(?=[\s)]|$)/sy;

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

/** The tokens of a text that may be unfinished. Undefined for one that cannot be read. */
export function tokensIfRead(text: string): QueryToken[] | undefined {
  try {
    return queryTokens(text);
  } catch (problem) {
    if (problem instanceof QueryError) return undefined;
    throw problem;
  }
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
  if (first === "/") {
    const [term, pattern, flag] = matchAt(regexTerm, text, from) ?? [];
    if (term !== undefined && pattern !== undefined)
      return { type: "regex", pattern, ignoreCase: flag === "i", from, to: from + term.length };
  }
  const field = fieldAt(text, from);
  if (field) return field;
  const word = bare(text, from);
  const to = from + word.length;
  if (word === "OR") return { type: "or", from, to };
  if (word === "AND") return { type: "and", from, to };
  // A backslash before it makes a slash the begin of a word, whatever follows.
  return { type: "text", text: /^\\+\//.test(word) ? word.slice(1) : word, from, to };
}

/** A known name without a value is said to miss one; any other name is text then, as `panic:`. */
function fieldAt(text: string, from: number): FieldToken | undefined {
  const start = matchAt(nameStart, text, from)?.[0];
  const name = (start ?? knownStart(text, from))?.slice(0, -1);
  if (name === undefined) return undefined;
  const field = fieldOfKey(name);
  const valueFrom = from + name.length + 1;
  const token = { type: "field" as const, field, name, from, valueFrom };
  if (text.charAt(valueFrom) === '"') return { ...token, ...quoted(text, valueFrom), quoted: true };
  const value = bare(text, valueFrom);
  if (value === "" && field === undefined) return undefined;
  return { ...token, value, quoted: false, to: valueFrom + value.length };
}

/** `path://x` is of a field all the same. */
function knownStart(text: string, from: number): string | undefined {
  const start = /^[a-z]+:/i.exec(text.slice(from, from + 16))?.[0];
  return start !== undefined && fieldOfKey(start.slice(0, -1)) ? start : undefined;
}

function matchAt(expression: RegExp, text: string, from: number): RegExpExecArray | null {
  expression.lastIndex = from;
  return expression.exec(text);
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
