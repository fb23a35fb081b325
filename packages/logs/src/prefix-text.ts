import { lowerAscii } from "./line-text.ts";

/** Where the characters of a search could touch the leading timestamp of a line. */
export interface PrefixTouch {
  /** They could stand wholly inside a timestamp. */
  inside: boolean;
  /** They could begin in a timestamp and go on in the message: their part up to and with the one blank, and the rest. */
  across: { end: string; rest: string } | undefined;
}

/** Every shape of `prefix` that `parseLine` cuts: no or 1–9 digits of fraction, `Z` or an offset. `d` is a digit. */
const shapes = ["", ".d", ".dd", ".ddd", ".dddd", ".ddddd", ".dddddd", ".ddddddd", ".dddddddd", ".ddddddddd"].flatMap(
  (fraction) => ["z ", "+dd:dd ", "-dd:dd "].map((zone) => `dddd-dd-ddtdd:dd:dd${fraction}${zone}`),
);

/** Most texts cannot touch a timestamp, so that a search for them need not read the timestamps at all. */
export function prefixTouch(text: string): PrefixTouch {
  const needle = lowerAscii(text);
  const inside = shapes.some((shape) => standsIn(shape, needle));
  const blank = needle.indexOf(" ");
  const end = needle.slice(0, blank + 1);
  const reachesOver = blank >= 0 && blank + 1 < needle.length && shapes.some((shape) => endsLike(shape, end));
  return { inside, across: reachesOver ? { end, rest: needle.slice(blank + 1) } : undefined };
}

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
    if (expected === "d" ? character < "0" || character > "9" : expected !== character) return false;
  }
  return true;
}
