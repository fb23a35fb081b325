import { matchAt } from "../match-at.ts";
import { decodePercent, unescapeView } from "../unescape-view.ts";

export interface Value {
  start: number;
  end: number;
  /** Out of quotes and escapes. */
  secret: string;
  quoted: boolean;
  /** Whether the next line may belong to it as well. */
  isOpen?: boolean;
}

interface Place {
  /** Behind the separator. */
  at: number;
  nameStart: number;
  /** Whether the separator is a colon, so that it may be YAML, whose value goes on to the end of the line. */
  wholeLine: boolean;
}

/** Longer values are masked to their end all the same: by their first part. */
const maxValue = 16_384;
const opening = /(?:\[(?!\])[ \t]{0,4})?(?:!{1,2}[A-Za-z/]{1,20} )?(?:b(?=["']))?/y;
const plain = /(?:[^\s"'`\\<>]|\\(?![nrtu"'])){1,1024}/y;
const plainRest = /(?:[^\s"'`\\<>]|\\(?![nrtu"'])){0,15360}/y;
const block = /[|>][+-]?[0-9]?[+-]?[ \t]{0,8}(?:#[^\n]{0,100})?\r?(?:\n|$)/y;
/** A separator of values only where another value, or nothing, follows. */
const soft = /&(?=#[0-9]{2};|quot;|apos;|[lg]t;)|[,;&|](?=$|[\s"',;&|)}\]]|[A-Za-z_][\w.-]{0,40}[=:])/;

/** The value behind a name, or "open" where it may begin on the next line. */
export function readValue(text: string, place: Place): Value | "open" | undefined {
  if (place.wholeLine) {
    const folded = matchAt(block, text, place.at);
    if (folded) return blockValue(text, place, place.at + folded[0].length);
    if (place.at >= text.length) return "open";
  }
  const at = place.at + (matchAt(opening, text, place.at)?.[0].length ?? 0);
  const quote = text[at] ?? "";
  if (quote === '"' || quote === "'" || quote === "`") return quotedValue(text, at + 1, quote);
  return plainValue(text, { ...place, at });
}

function quotedValue(text: string, start: number, quote: string): Value {
  let end = start;
  const limit = Math.min(text.length, start + maxValue);
  while (end < limit && text[end] !== quote && text[end] !== "\n")
    end += text[end] === "\\" && text[end + 1] !== "\n" ? 2 : 1;
  end = Math.min(end, limit);
  const raw = text.slice(start, end);
  return { start, end, secret: quote === '"' ? unescaped(raw) : raw, quoted: true };
}

function unescaped(raw: string): string {
  return raw.includes("\\") ? (unescapeView(raw)?.text ?? raw) : raw;
}

function plainValue(text: string, place: Place): Value | undefined {
  const run = matchAt(plain, text, place.at)?.[0];
  if (!run || /^(?:\$[({]|\{\{)/.test(run)) return undefined;
  const cut = soft.exec(run);
  let raw = cut ? run.slice(0, cut.index) : run;
  // The first part decides most of them, so that a text of nothing but names is not read to its end for each.
  if (!cut && run.length >= 1024) raw += matchAt(plainRest, text, place.at + run.length)?.[0] ?? "";
  if (place.wholeLine && isLineStart(text, place.nameStart)) raw = toLineEnd(text, place.at) ?? raw;
  raw = withoutTail(raw);
  if (raw === "") return undefined;
  const secret = /%[0-9a-fA-F]{2}/.test(raw) ? decodePercent(raw) : raw;
  return { start: place.at, end: place.at + raw.length, secret, quoted: false };
}

/** A bracket that was opened elsewhere, and the end of a sentence, are not of the value. */
function withoutTail(raw: string): string {
  let end = raw.length;
  while (end > 0) {
    const last = raw[end - 1] ?? "";
    const opener = { ")": "(", "]": "[", "}": "{" }[last];
    if (opener === undefined ? !/[,;:]/.test(last) : raw.slice(0, end).includes(opener)) break;
    end--;
  }
  return raw.slice(0, end);
}

function isLineStart(text: string, at: number): boolean {
  return /(?:^|\n)[ \t]{0,200}(?:- ){0,3}["']?$/.test(text.slice(Math.max(0, at - 210), at));
}

/** A plain scalar of YAML of several words, without its comment; undefined where it is a sentence or a list of fields. */
function toLineEnd(text: string, at: number): string | undefined {
  const line = /[^\n]{0,16384}/y;
  const rest = (matchAt(line, text, at)?.[0] ?? "").replace(/\s#.{0,2000}$/, "").trimEnd();
  return /^\S+(?: \S+){1,7}$/.test(rest) && !/["'=:{}\\]/.test(rest) ? rest : undefined;
}

/** The lines of a YAML block scalar: those further in than the line of its name. */
function blockValue(text: string, place: Place, from: number): Value | "open" | undefined {
  const lineAt = text.lastIndexOf("\n", place.nameStart) + 1;
  const depth = indentOf(text.slice(lineAt, lineAt + 200));
  const limit = Math.min(text.length, from + maxValue);
  let end = from;
  let at = from;
  while (at < limit) {
    const newline = text.indexOf("\n", at);
    const stop = newline < 0 ? text.length : newline;
    const line = text.slice(at, stop);
    if (line.trim() !== "" && indentOf(line) <= depth) break;
    if (line.trim() !== "") end = stop;
    at = stop + 1;
  }
  const isOpen = at >= text.length && text.length - from < maxValue;
  if (end === from) return isOpen ? "open" : undefined;
  const lines = text.slice(from, end).split("\n");
  const start = from + indentOf(text.slice(from, end));
  return { start, end, secret: lines.map((line) => line.trim()).join("\n"), quoted: true, isOpen };
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
