import { RE2JS } from "re2js";
import type { RegexLeaf } from "../query.ts";
import { parseRegex } from "./parse-regex.ts";
import { latin1Of } from "./spell-regex.ts";

const compiled = new WeakMap<RegexLeaf, RE2JS>();

/** Whether an expression stands somewhere in a line. */
export function matchesRegex(leaf: RegexLeaf, line: Uint8Array): boolean {
  return compiledOf(leaf).matcher(latin1(line)).find();
}

/** For text that has one character for each byte. */
export function compiledOf(leaf: RegexLeaf): RE2JS {
  const expression = compiled.get(leaf) ?? RE2JS.compile(latin1Of(parseRegex(leaf)));
  compiled.set(leaf, expression);
  return expression;
}

export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
