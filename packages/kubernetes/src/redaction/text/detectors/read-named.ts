import type { Scene } from "../detector.ts";
import { matchAt } from "../match-at.ts";
import { isPlaceholder } from "../secret-value.ts";
import { readValue, type Value } from "./read-value.ts";

export interface Name {
  start: number;
  end: number;
  /** Whether it says "password": that has forms of its own, `PASSWORD 'x'` in SQL and `login x password y` in .netrc. */
  isPassword: boolean;
}

/** A line break, with the time and stream that a log puts ahead of a line. */
const gap =
  "(?:[ \\t]{0,200}|[ \\t\\r]{0,8}\\n(?:[0-9][0-9TZ:.,+-]{9,40} (?:std(?:out|err) [FP] )?)?[ \\t]{0,200}(?:- )?)";
const assign = /["'`]?\]?[ \t]{0,8}(?:=>|:=|==|=|:)(?![:=])[ \t]{0,40}/y;
const pair = new RegExp(
  `["'\`]?,?${gap}["']?(?:[a-zA-Z0-9_.[\\]]{1,80}\\.)?[Vv](?:alue|ALUE)["']?[ \\t]{0,8}[:=][ \\t]{0,8}`,
  "y",
);
const flag = new RegExp(`["'\`]?,?(?=[ \\t\\r\\n"'])${gap}(?=[^ \\t\\n-])`, "y");
const element = /(?:[ \t][^<>\n]{1,100})?[ \t]{0,4}>[ \t]{0,4}(?=[^<\s][^<\n]{0,500}<\/)/y;
const spaced = /[ \t](?=["'][^"'\s]{3,80}["'])/y;
/** "The password of root is Zx9kQ2": a word that no dictionary has. */
const told =
  /[ \t](?:(?:for|of)(?:[ \t][A-Za-z0-9_.@"'-]{1,60}){1,2}[ \t])?(?:is|was|set to)[ \t]?[:=]?[ \t]?["'`]?(?=[^\s0-9]{0,60}[0-9])(?=[^\sA-Za-z]{0,60}[A-Za-z])(?=[^\s]{6})/y;
const netrc = /login[ \t]{1,4}[^\s]{1,100}[ \t]{1,4}$/;
const atEnd = /["'`]?,?[ \t\r]{0,8}$/y;

/** The value that belongs to a name: behind it, or on the next line. Undefined also for a sentence about it. */
export function readNamed(scene: Scene, name: Name): Value | undefined {
  const { text } = scene;
  const place = valuePlace(text, name);
  const lineStart = () => text.lastIndexOf("\n", name.start - 1) + 1;
  if (!place) {
    // `- name: DB_PASSWORD`, then `value: …`.
    if (matchAt(atEnd, text, name.end)) scene.leaveOpen(lineStart());
    return undefined;
  }
  const value = readValue(text, { at: place.at, nameStart: name.start, wholeLine: place.colon });
  if (value === "open" || value?.isOpen) scene.leaveOpen(lineStart());
  if (!value || value === "open" || (place.colon && isProse(text, value))) return undefined;
  return value;
}

function valuePlace(text: string, name: Name): { at: number; colon: boolean } | undefined {
  const simple = matchAt(assign, text, name.end);
  if (simple) return { at: name.end + simple[0].length, colon: simple[0].trimEnd().endsWith(":") };
  const match =
    matchAt(pair, text, name.end) ??
    (isFlag(text, name) ? matchAt(flag, text, name.end) : null) ??
    (text[name.start - 1] === "<" ? matchAt(element, text, name.end) : null) ??
    (name.isPassword ? (matchAt(spaced, text, name.end) ?? matchAt(told, text, name.end)) : null);
  if (match) return { at: name.end + match[0].length, colon: false };
  if (!name.isPassword || text[name.end] !== " ") return undefined;
  const isBare = /^(?:requirepass|masterauth|rootpw)$/i.test(text.slice(name.start, name.end));
  return isBare || netrc.test(text.slice(Math.max(0, name.start - 110), name.start))
    ? { at: name.end + 1, colon: false }
    : undefined;
}

function isFlag(text: string, name: Name): boolean {
  return text[name.start] === "-" && /(?:^|[\s"'`[,=(])$/.test(text.slice(Math.max(0, name.start - 1), name.start));
}

/** "password: must be longer than eight characters". */
function isProse(text: string, value: Value): boolean {
  if (value.quoted) return false;
  const [first = "", second] = value.secret.split(" ");
  if (second !== undefined) return isPlaceholder(first);
  return /^[a-z]+$/.test(first) && /^ [a-z]{2,20}\b/.test(text.slice(value.end, value.end + 24));
}
