import type { Level } from "@kubin/schema";
import { levelOfValue, levelOfWord } from "./level-of-word.ts";

/** How far from the beginning `level=` and a plain level word are looked for. */
const fieldReach = 256;
const wordReach = 96;

/**
 * Level of a text of no known format: `level=`/`lvl=`/`severity=` first, else a plain word near the beginning that
 * stands out: `ERROR`, `[warn]`, `<info>`, `error:` as the first word, or etcd's `W | `.
 */
export function detectLevel(text: string, from = 0): Level {
  let plain: Level | undefined;
  let words = 0;
  const end = Math.min(text.length, from + fieldReach);
  for (let index = from; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (!isAlphanumeric(code)) continue;
    let stop = index + 1;
    while (stop < end && isAlphanumeric(text.charCodeAt(stop))) stop += 1;
    if (text.charCodeAt(stop) === 61 && isLevelKey(text, index, stop)) {
      const level = levelOfValue(valueAt(text, stop + 1));
      if (level !== undefined) return level;
    }
    if (plain === undefined && index < from + wordReach) plain = plainLevel(text, { index, stop, first: words === 0 });
    words += isLetter(code) ? 1 : 0;
    index = stop;
  }
  return plain ?? "unknown";
}

interface Run {
  index: number;
  stop: number;
  /** No word stands before it. */
  first: boolean;
}

function plainLevel(text: string, run: Run): Level | undefined {
  const length = run.stop - run.index;
  const behind = text.charCodeAt(run.stop);
  if (length === 1 && run.first && behind === 32 && text.charCodeAt(run.stop + 1) === 124) {
    return levelOfValue(text.charAt(run.index));
  }
  if (length < 3 || length > 13) return undefined;
  const before = text.charCodeAt(run.index - 1);
  // A hyphen, dot or slash makes it part of a name: `error-pages`, `INFO.log`, `/ERROR`.
  if (isJoint(before) || isJoint(behind)) return undefined;
  const bracketed =
    (before === 91 && behind === 93) || (before === 60 && behind === 62) || (before === 40 && behind === 41);
  const heading = run.first && behind === 58;
  return bracketed || heading || isUpper(text, run) ? levelOfWord(text.slice(run.index, run.stop)) : undefined;
}

function isJoint(code: number): boolean {
  return code === 45 || code === 46 || code === 47;
}

/** `level`, `lvl`, `severity`, any case. */
function isLevelKey(text: string, index: number, stop: number): boolean {
  const length = stop - index;
  if (length !== 3 && length !== 5 && length !== 8) return false;
  const key = text.slice(index, stop).toLowerCase();
  return key === "level" || key === "lvl" || key === "severity";
}

function valueAt(text: string, from: number): string {
  const index = text.charCodeAt(from) === 34 ? from + 1 : from;
  let stop = index;
  while (stop < index + 16 && isAlphanumeric(text.charCodeAt(stop))) stop += 1;
  return text.slice(index, stop);
}

function isUpper(text: string, run: Run): boolean {
  for (let index = run.index; index < run.stop; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 65 || code > 90) return false;
  }
  return true;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || isLetter(code) || code === 95;
}
