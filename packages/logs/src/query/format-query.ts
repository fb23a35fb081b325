import { parseQuery } from "./parse-query.ts";
import type { AttributeLeaf, Query } from "./query.ts";
import { QueryError } from "./query-error.ts";
import { fieldOfKey } from "./query-fields.ts";
import { queryTokens } from "./query-tokens.ts";

/**
 * Text that `parseQuery` reads back as the same tree. Trees that no text gives (a word with blanks, a one-item list)
 * come back as their nearest meaning.
 */
export function formatQuery(query: Query): string {
  const text = format(query);
  if (!/(?:^|[\s(-])\//.test(text) || readsAs(text, query)) return text;
  // A word like `/api` would take a later slash for the end of an expression.
  return format(query, "\\");
}

function readsAs(text: string, query: Query): boolean {
  try {
    return JSON.stringify(parseQuery(text)) === JSON.stringify(query);
  } catch (problem) {
    if (problem instanceof QueryError) return false;
    throw problem;
  }
}

function format(query: Query, beforeSlash = ""): string {
  const one = (item: Query): string => format(item, beforeSlash);
  switch (query.type) {
    case "all":
      return "";
    case "and":
      return query.items.map((item) => (item.type === "or" ? `(${one(item)})` : one(item))).join(" ");
    case "or":
      return query.items.map(one).join(" OR ");
    case "not":
      return isList(query.item) ? `-(${one(query.item)})` : `-${negatable(one(query.item))}`;
    case "word":
      return formatWord(query.word, beforeSlash);
    case "phrase":
      return quote(query.text);
    case "regex":
      return `/${query.pattern.replace(/\\.|\//gs, (part) => (part === "/" ? "\\/" : part))}/${query.ignoreCase ? "i" : ""}`;
    case "level":
      return `level:${query.op === "=" ? "" : query.op}${query.level}`;
    case "field":
      return `${query.field}:${fieldValue(query.pattern)}`;
    case "attribute":
      return formatAttribute(query);
    case "podsOf":
      return `${query.of}:${fieldValue(query.pattern)}`;
    case "source":
      return `is:${query.source}`;
    case "time":
      return `${query.op === ">=" ? "after" : "before"}:${new Date(query.at).toISOString()}`;
  }
}

/** A value in quotes is text alone: neither compared nor, of a name that is not known, looked for as a word. */
function formatAttribute({ name, op, value, word }: AttributeLeaf): string {
  if (op !== "=") return `${name}:${op}${value}`;
  const known = fieldOfKey(name) !== undefined;
  const bare = isBare(value) && (known ? !/^[<>=]/.test(value) : word !== undefined);
  return `${name}:${bare ? value : quote(value)}`;
}

function fieldValue(value: string): string {
  return isBare(value) ? value : quote(value);
}

/** A value as it stands behind the colon of a field, so that it is read as this value and nothing else. */
export function valueText(field: string, value: string): string {
  const compared = !plainFields.includes(field) && /^(?:[<>=]|\/\/)/.test(value);
  return compared ? quote(value) : fieldValue(value);
}

/** Fields whose values are never compared. */
const plainFields = ["namespace", "pod", "container", "workload", "node"];

export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

function isBare(value: string): boolean {
  return /^[^\s()"][^\s()]*$/.test(value);
}

/** Two minus signs in a row would be text. */
function negatable(text: string): string {
  return text.startsWith("-") ? `(${text})` : text;
}

function isList(query: Query): boolean {
  return query.type === "and" || query.type === "or";
}

function formatWord(word: string, beforeSlash: string): string {
  const slashed = /^\\+\//.test(word) || (word.startsWith("/") && !isBareWord(word));
  const text = slashed ? `\\${word}` : word.startsWith("/") ? `${beforeSlash}${word}` : word;
  return isBareWord(text) ? text : quote(word);
}

function isBareWord(word: string): boolean {
  // Of a name and a quote no word is made.
  if (!isBare(word) || word.includes(':"')) return false;
  const [token] = queryTokens(word);
  return token?.type === "text" && token.to === word.length;
}
