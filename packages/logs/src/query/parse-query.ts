import { lowerAscii } from "../lines/line-text.ts";
import { fieldQuery } from "./field-query.ts";
import type { Query } from "./query.ts";
import { QueryError } from "./query-error.ts";
import { type QueryToken, queryTokens } from "./query-tokens.ts";
import { parseRegex } from "./regex/parse-regex.ts";

/** More than any person writes, few enough for an engine to plan. */
const maxTerms = 100;
const maxDepth = 30;

interface Reader {
  text: string;
  tokens: QueryToken[];
  next: number;
  depth: number;
  capturedAt: Date | undefined;
}

/**
 * Reads a log query (`docs/query-language.md`). Empty text matches all lines. `capturedAt` anchors `10:14` and `-15m`.
 * Throws QueryError.
 */
export function parseQuery(text: string, context?: { capturedAt?: Date | undefined }): Query {
  const tokens = queryTokens(text);
  const terms = tokens.flatMap(termsOf);
  const tooMany = terms[maxTerms];
  if (tooMany) throw new QueryError(`A query has at most ${maxTerms} terms.`, tooMany);
  const reader: Reader = { text, tokens, next: 0, depth: 0, capturedAt: context?.capturedAt };
  if (tokens.length === 0) return { type: "all" };
  const query = readOr(reader);
  const rest = reader.tokens[reader.next];
  if (rest) throw new QueryError("This closing parenthesis has no opening one.", rest);
  return query;
}

/** A time around stands for two. */
function termsOf(token: QueryToken): QueryToken[] {
  if (token.type === "field") return token.field === "around" ? [token, token] : [token];
  return token.type === "text" || token.type === "phrase" || token.type === "regex" ? [token] : [];
}

function readOr(reader: Reader): Query {
  const items = [readAnd(reader)];
  while (reader.tokens[reader.next]?.type === "or") {
    reader.next += 1;
    items.push(readAnd(reader));
  }
  return join("or", items);
}

function readAnd(reader: Reader): Query {
  const items = [readTerm(reader)];
  for (;;) {
    const token = reader.tokens[reader.next];
    if (!token || token.type === ")" || token.type === "or") return join("and", items);
    if (token.type === "and") reader.next += 1;
    items.push(readTerm(reader));
  }
}

function readTerm(reader: Reader): Query {
  const token = reader.tokens[reader.next];
  if (!token) throw missingTerm(reader);
  reader.next += 1;
  switch (token.type) {
    case "text":
      return { type: "word", word: lowerAscii(token.text) };
    case "phrase":
      if (token.text === "") throw new QueryError("This phrase is empty; expected text between the quotes.", token);
      return { type: "phrase", text: token.text };
    case "regex":
      parseRegex(token, token.from + 1);
      return { type: "regex", pattern: token.pattern.replace(/\\(.)/gs, unescapeSlash), ignoreCase: token.ignoreCase };
    case "field":
      return fieldQuery(token, reader.capturedAt);
    case "-":
      return deeper(reader, token, () => {
        const behind = reader.tokens[reader.next];
        if (behind?.from !== token.to)
          throw new QueryError("A minus stands directly before what it excludes: -word.", token);
        return { type: "not", item: readTerm(reader) };
      });
    case "(":
      return deeper(reader, token, () => readGroup(reader, token));
    case ")":
      throw new QueryError("A term is missing before this parenthesis; put parentheses of a text in quotes.", token);
    case "or":
    case "and":
      throw new QueryError(`A term is missing before ${reader.text.slice(token.from, token.to)}.`, token);
  }
}

/** `\/` is the slash that ends no expression. */
function unescapeSlash(escaped: string, character: string): string {
  return character === "/" ? "/" : escaped;
}

function readGroup(reader: Reader, open: QueryToken): Query {
  const query = readOr(reader);
  if (reader.tokens[reader.next]?.type !== ")") {
    throw new QueryError("This parenthesis is never closed; expected ) behind the terms.", open);
  }
  reader.next += 1;
  return query;
}

function deeper(reader: Reader, token: QueryToken, read: () => Query): Query {
  reader.depth += 1;
  if (reader.depth > maxDepth) throw new QueryError(`A query is nested at most ${maxDepth} levels deep.`, token);
  const query = read();
  reader.depth -= 1;
  return query;
}

/** One item stands for itself; nested ones of the same kind are one list. */
function join(type: "and" | "or", items: Query[]): Query {
  const flat = items.flatMap((item) => (item.type === type ? item.items : [item]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { type, items: flat };
}

function missingTerm(reader: Reader): QueryError {
  const last = reader.tokens[reader.next - 1];
  const what = last ? ` behind ${reader.text.slice(last.from, last.to)}` : "";
  return new QueryError(`A term is missing${what} at the end.`, {
    from: last?.from ?? reader.text.length,
    to: reader.text.length,
  });
}
