import { isWordByte, lowerAscii, prefixTouch, wordsOf } from "@kubin/logs";
import type { ParamBinder } from "./log-params.ts";

/**
 * Condition for `grep -iF` of a text over the whole line. Nearly always the message alone decides, through the text
 * index; the prefix is looked at only for texts that could touch one.
 */
export function compilePhrase(binder: ParamBinder, text: string): string {
  const lower = lowerAscii(text);
  const pattern = binder.bind("String", `%${escapeLike(lower)}%`);
  const touch = prefixTouch(lower);
  const places = [`lower(message) LIKE ${pattern}`];
  if (touch.inside) places.push(`lower(prefix) LIKE ${pattern}`);
  for (const across of touch.across) {
    const end = binder.bind("String", across.end);
    const rest = binder.bind("String", `${escapeLike(across.rest)}%`);
    places.push(`(endsWith(lower(prefix), ${end}) AND lower(message) LIKE ${rest})`);
  }
  return anyOf(places);
}

/**
 * Condition for a whole word. The index knows runs of letters and digits; since the ends of a word are ends of runs, all
 * its runs must be there, and a word with punctuation is then looked at exactly.
 */
export function compileWord(binder: ParamBinder, word: string): string {
  const runs = wordsOf(word);
  const lower = lowerAscii(word);
  const expression = wordExpression(lower);
  const touch = prefixTouch(lower);
  const conditions: string[] = [];
  if (runs.length > 0) conditions.push(`hasAllTokens(lower(message), ${binder.bind("Array(String)", runs)})`);
  if (runs[0] !== lower) conditions.push(`match(lower(message), ${binder.bind("String", expression)})`);
  const places = [conditions.length > 1 ? `(${conditions.join(" AND ")})` : conditions.join("")];
  if (touch.inside) places.push(`match(lower(prefix), ${binder.bind("String", expression)})`);
  if (touch.across.length > 0)
    places.push(`match(lower(concat(prefix, message)), ${binder.bind("String", expression)})`);
  return anyOf(places);
}

/** `%` and `_` of a user stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** RE2 expression: the characters, with no letter or digit beside an end that is one itself. Bytes ≥ 0x80 are letters. */
function wordExpression(word: string): string {
  const bytes = new TextEncoder().encode(word);
  const noWord = "[\\x00-/:-`{-\\x7f]";
  const before = isWordByte(bytes[0]) ? `(?:\\A|${noWord})` : "";
  const behind = isWordByte(bytes[bytes.length - 1]) ? `(?:\\z|${noWord})` : "";
  return `${before}${word.replace(/[^0-9A-Za-z\u{80}-\u{10ffff}]/gu, escapeByte)}${behind}`;
}

function escapeByte(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

export function anyOf(conditions: string[]): string {
  return conditions.length === 1 ? conditions.join("") : `(${conditions.join(" OR ")})`;
}
