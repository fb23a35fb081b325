import { type AttributeLeaf, lowerAscii } from "@kubin/logs";
import { anyOf, compileWord, escapeLike } from "./compile-text.ts";
import type { ParamBinder } from "./log-params.ts";

/** As `decimalOf` of the plain evaluator: no exponents, no `inf`, no `nan`. */
const plainNumber = "^-?[0-9]{1,30}([.][0-9]{1,30})?$";

/** Condition for an attribute of a line, or for the word that it may be as well. */
export function compileAttribute(binder: ParamBinder, query: AttributeLeaf): string {
  const own = query.name === "format" ? compileFormat(binder, query) : compileField(binder, query);
  return query.word === undefined ? own : anyOf([own, compileWord(binder, query.word)]);
}

/** A name that a line has not reads as empty text, which nothing but `*` alone would take. */
function compileField(binder: ParamBinder, query: AttributeLeaf): string {
  const name = binder.bind("String", query.name);
  if (query.op === "=" && isAnything(query.value)) return `mapContains(fields, ${name})`;
  return compileValue(binder, query, `fields[${name}]`);
}

function compileFormat(binder: ParamBinder, query: AttributeLeaf): string {
  if (query.op === "=" && isAnything(query.value)) return "format != ''";
  return compileValue(binder, query, "format");
}

function compileValue(binder: ParamBinder, { op, value }: AttributeLeaf, column: string): string {
  if (op !== "=") {
    const number = binder.bind("Float64", Number(value));
    return `(match(${column}, '${plainNumber}') AND toFloat64OrZero(${column}) ${op} ${number})`;
  }
  const parts = lowerAscii(value).split("*");
  if (parts.length === 1) return `lower(${column}) = ${binder.bind("String", parts.join(""))}`;
  return `lower(${column}) LIKE ${binder.bind("String", parts.map(escapeLike).join("%"))}`;
}

function isAnything(value: string): boolean {
  return /^\*+$/.test(value);
}
