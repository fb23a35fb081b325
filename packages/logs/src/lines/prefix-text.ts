import { lowerAscii } from "./line-text.ts";

/** Where the characters of a search could touch the prefix of a line: its timestamp, with the header of CRI. */
export interface PrefixTouch {
  /** They could stand wholly inside a prefix. */
  inside: boolean;
  /** They could begin in a prefix and go on in the message: their part up to the prefix's last blank, and the rest. */
  across: readonly { end: string; rest: string }[];
}

/** Every shape of a timestamp that `parseLine` cuts: no or 1–9 digits of fraction, `Z` or an offset. `#` is a digit. */
const stamps = ["", ".#", ".##", ".###", ".####", ".#####", ".######", ".#######", ".########", ".#########"].flatMap(
  (fraction) => ["z ", "+##:## ", "-##:## "].map((zone) => `####-##-##t##:##:##${fraction}${zone}`),
);
const criHeaders = ["stdout f ", "stdout p ", "stderr f ", "stderr p "];
/** Every shape of a prefix, lower case; `#` is a digit. */
export const prefixShapes: readonly string[] = stamps.flatMap((stamp) => [
  stamp,
  ...criHeaders.map((header) => stamp + header),
]);

/** Most texts cannot touch a prefix, so that a search for them need not read the prefixes at all. */
export function prefixTouch(text: string): PrefixTouch {
  const needle = lowerAscii(text);
  const inside = prefixShapes.some((shape) => standsIn(shape, needle));
  const across: { end: string; rest: string }[] = [];
  for (let blank = needle.indexOf(" "); blank >= 0 && blank < longest; blank = needle.indexOf(" ", blank + 1)) {
    const end = needle.slice(0, blank + 1);
    const rest = needle.slice(blank + 1);
    if (rest !== "" && prefixShapes.some((shape) => endsLike(shape, end))) across.push({ end, rest });
  }
  return { inside, across };
}

const longest = Math.max(...prefixShapes.map((shape) => shape.length));

function standsIn(shape: string, needle: string): boolean {
  for (let from = 0; from + needle.length <= shape.length; from += 1) if (fits(shape, needle, from)) return true;
  return false;
}

function endsLike(shape: string, end: string): boolean {
  return end.length <= shape.length && fits(shape, end, shape.length - end.length);
}

function fits(shape: string, needle: string, from: number): boolean {
  for (let index = 0; index < needle.length; index += 1) {
    const expected = shape.charAt(from + index);
    const character = needle.charAt(index);
    if (expected === "#" ? character < "0" || character > "9" : expected !== character) return false;
  }
  return true;
}
