import { endOfString } from "../../parse/json-string.ts";

const quote = 34;

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", a: "\u0007" };

/** Place behind the quote that ends the text quoted at `from`; the length of the text where it was cut. */
export function quotedEnd(text: string, from: number): number {
  const end = endOfString(text, from + 1);
  return end < 0 ? text.length : end + 1;
}

/** What stands between the quotes at `from` and before `end`, its escapes read as Go writes them (strconv.Quote). */
export function unquote(text: string, from: number, end: number): string {
  const closed = end - from >= 2 && text.charCodeAt(end - 1) === quote;
  const raw = text.slice(from + 1, closed ? end - 1 : end);
  return raw.includes("\\") ? unescapeGo(raw) : raw;
}

function unescapeGo(raw: string): string {
  let plain = "";
  let from = 0;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", from)) {
    const kind = raw.charAt(at + 1);
    const digits = kind === "x" ? 2 : kind === "u" ? 4 : kind === "U" ? 8 : 0;
    const code = digits > 0 ? Number.parseInt(raw.slice(at + 2, at + 2 + digits), 16) : Number.NaN;
    const known = code <= 0x10ffff;
    plain += raw.slice(from, at) + (known ? String.fromCodePoint(code) : plainEscape(kind));
    from = at + 2 + (known ? digits : 0);
  }
  return plain + raw.slice(from);
}

function plainEscape(kind: string): string {
  return Object.hasOwn(escapes, kind) ? (escapes[kind] ?? kind) : kind;
}
