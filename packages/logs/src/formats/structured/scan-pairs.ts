import { Attributes } from "./attributes.ts";
import { quotedEnd, unquote } from "./quoted.ts";

const longestKey = 128;

/** Where a text holds `key=value` pairs from here on, and what other words stand between them. */
export interface Pairs {
  attributes: Attributes;
  /** Words that are no pair. */
  words: number;
}

/**
 * Pairs of logfmt (brandur.org/logfmt, go-kit, logrus) and of klog's structured lines from `from` on: values bare, in
 * quotes as Go writes them, or in brackets (`pods=[a/b c/d]`); keys also in quotes (`"msg"="x"`, klogr). Words behind a
 * bare value belong to it: programs that forget the quotes are more frequent than keys without a value.
 */
export function scanPairs(text: string, from: number): Pairs {
  const attributes = new Attributes();
  let words = 0;
  // What opens and never closes is looked for once, so that a line of nothing but brackets stays linear.
  let brackets = true;
  let bareFrom = -1;
  let index = from;
  while (index < text.length && !attributes.full) {
    if (isBlank(text.charCodeAt(index))) {
      index += 1;
      continue;
    }
    const end = keyEnd(text, index);
    if (end < 0) {
      words += 1;
      index = wordEnd(text, index);
      if (bareFrom >= 0) attributes.values[attributes.size - 1] = text.slice(bareFrom, index);
      continue;
    }
    const key = text.charCodeAt(index) === 34 ? text.slice(index + 1, end - 1) : text.slice(index, end);
    const valueFrom = end + 1;
    const first = text.charCodeAt(valueFrom);
    bareFrom = -1;
    if (first === 34) {
      index = quotedEnd(text, valueFrom);
      attributes.add(key, unquote(text, valueFrom, index));
      continue;
    }
    const closed = brackets && (first === 91 || first === 123 || first === 109) ? closing(text, valueFrom) : 0;
    if (closed < 0) brackets = false;
    index = closed > 0 ? closed : wordEnd(text, valueFrom);
    attributes.add(key, bare(text, valueFrom, index));
    if (closed <= 0) bareFrom = valueFrom;
  }
  return { attributes, words };
}

/** Some programs separate with commas: the one behind a bare value is not of it. */
function bare(text: string, from: number, end: number): string {
  return text.slice(from, text.charCodeAt(end - 1) === 44 && end - from > 1 ? end - 1 : end);
}

/** Place of the `=` behind a key at `from`, -1 where none stands there. */
export function keyEnd(text: string, from: number): number {
  const quoted = text.charCodeAt(from) === 34;
  let index = quoted ? from + 1 : from;
  const start = index;
  while (index - start <= longestKey && isKeyCode(text.charCodeAt(index))) index += 1;
  if (index === start) return -1;
  if (quoted) {
    if (text.charCodeAt(index) !== 34) return -1;
    index += 1;
  }
  return text.charCodeAt(index) === 61 ? index : -1;
}

/** Where the first pair begins that stands by itself, behind a message; the length of the text where none does. */
export function firstPair(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    if (keyEnd(text, index) > 0) return index;
    const blank = text.indexOf(" ", index);
    if (blank < 0) break;
    index = blank + 1;
  }
  return text.length;
}

function wordEnd(text: string, from: number): number {
  let index = from;
  while (index < text.length && !isBlank(text.charCodeAt(index))) index += 1;
  return index;
}

/** Place behind the bracket that closes a value (`[…]`, `{…}`, `map[…]`), 0 if it opens none, -1 if it never closes. */
function closing(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === 109 && !text.startsWith("map[", from)) return 0;
  let open = 0;
  for (let index = first === 109 ? from + 3 : from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 34) index = quotedEnd(text, index) - 1;
    else if (code === 91 || code === 123) open += 1;
    else if (code === 93 || code === 125) {
      open -= 1;
      if (open === 0) return index + 1;
    }
  }
  return -1;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Letters, digits, `_`, `.`, `-`, `/`, `@` and what is beyond ASCII. */
function isKeyCode(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 45 && code <= 57) || code === 95 || code === 64 || code >= 128;
}
