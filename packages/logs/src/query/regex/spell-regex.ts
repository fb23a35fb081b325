import { asciiCodes, type CharacterSet } from "./character-set.ts";
import type { Regex, RegexNode } from "./regex-node.ts";

interface Spelling {
  set: (set: CharacterSet) => string;
  /** Any one byte. */
  byte: string;
}

/**
 * The expression for an engine with RE2 itself, over UTF-8. One that ignores case is for text in lower case, so that the
 * engine finds its plain characters the fast way.
 */
export function re2Of({ node, ignoreCase }: Regex): string {
  return spell(node, { set: (set) => re2Set(ignoreCase ? withoutUpper(set) : set), byte: "\\C" });
}

/** The same for text that has one character for each byte of the line. */
export function latin1Of({ node }: Regex): string {
  return spell(node, { set: latin1Set, byte: "[\\x00-\\xff]" });
}

function spell(node: RegexNode, spelling: Spelling): string {
  switch (node.type) {
    case "set":
      return spelling.set(node.set);
    case "begin":
      return "\\A";
    case "end":
      return "\\z";
    case "boundary":
      return "\\b";
    case "no-boundary":
      return "\\B";
    case "sequence":
      return node.items
        .map((item) => (item.type === "choice" ? `(?:${spell(item, spelling)})` : spell(item, spelling)))
        .join("");
    case "choice":
      return node.items.map((item) => spell(item, spelling)).join("|");
    case "repeat":
      // As many characters as there are, as `.*`, reach over bytes that are none: a line need not be UTF-8.
      if (isAny(node.item) && node.max === Number.POSITIVE_INFINITY)
        return `${node.min === 0 ? "" : spell({ ...node, max: node.min }, spelling)}${spelling.byte}*`;
      return `(?:${spell(node.item, spelling)})${signOf(node)}`;
  }
}

function isAny(node: RegexNode): boolean {
  return node.type === "set" && node.set.beyond === "every" && node.set.ascii.size === 128;
}

function signOf({ min, max }: { min: number; max: number }): string {
  if (max === 1) return min === 0 ? "?" : "";
  if (max === 0) return "{0}";
  if (Number.isFinite(max)) return min === max ? `{${min}}` : `{${min},${max}}`;
  return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
}

function withoutUpper(set: CharacterSet): CharacterSet {
  return { ...set, ascii: new Set([...set.ascii].filter((code) => code < 65 || code > 90)) };
}

function re2Set({ ascii, beyond }: CharacterSet): string {
  if (beyond === "every") return ascii.size === 128 ? "[\\x00-\\x{10ffff}]" : `[^${codes(absent(ascii))}]`;
  if (ascii.size + beyond.length === 0) return "[^\\x00-\\x{10ffff}]";
  const [only = 0] = ascii;
  if (ascii.size === 1 && beyond.length === 0 && isPlain(only)) return String.fromCharCode(only);
  if (ascii.size === 0 && beyond.length === 1) return beyond.join("");
  return `[${codes(ascii)}${beyond.join("")}]`;
}

/** A character of UTF-8 as RE2 takes it: `.` of RE2 is no stricter. */
const anyBeyond = "[\\xc2-\\xdf][\\x80-\\xbf]|[\\xe0-\\xef][\\x80-\\xbf]{2}|[\\xf0-\\xf4][\\x80-\\xbf]{3}";

function latin1Set({ ascii, beyond }: CharacterSet): string {
  const own = ascii.size > 0 ? [`[${codes(ascii)}]`] : [];
  const others =
    beyond === "every"
      ? [anyBeyond]
      : beyond.map((character) => [...new TextEncoder().encode(character)].map(escapeByte).join(""));
  const all = [...own, ...others];
  return all.length === 0 ? "[^\\x00-\\x{10ffff}]" : `(?:${all.join("|")})`;
}

function absent(ascii: ReadonlySet<number>): number[] {
  return asciiCodes.filter((code) => !ascii.has(code));
}

/** As ranges. */
function codes(set: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const code of [...set].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([from, to]) => (from === to ? escapeByte(from) : `${escapeByte(from)}-${escapeByte(to)}`))
    .join("");
}

function escapeByte(code: number): string {
  return `\\x${code.toString(16).padStart(2, "0")}`;
}

/** Letters, digits and what means nothing to any reader of expressions. */
function isPlain(code: number): boolean {
  return /[0-9A-Za-z _:=,;'"<>@#%&~!/`]/.test(String.fromCharCode(code));
}
