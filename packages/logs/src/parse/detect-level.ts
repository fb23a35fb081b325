import type { Level } from "@kubin/schema";
import { levelOfValue, levelOfWord } from "./level-of-word.ts";

/** How far from the beginning `level=` and a plain level word are looked for, in bytes. */
const fieldReach = 256;
const wordReach = 96;

const escapeByte = 27;

/**
 * Level of a line that is neither klog nor JSON: `level=`/`lvl=`/`severity=` first, else a plain word near the
 * beginning that stands out: `ERROR`, `[warn]`, `<info>`, `error:` as the first word, or etcd's `W | `.
 */
export function detectLevel(bytes: Uint8Array, from: number): Level {
  let plain: Level | undefined;
  let words = 0;
  const end = Math.min(bytes.length, from + fieldReach);
  for (let index = from; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === escapeByte) {
      index = endOfColour(bytes, index);
      continue;
    }
    if (!isAlphanumeric(byte)) continue;
    let stop = index + 1;
    while (stop < end && isAlphanumeric(bytes[stop] ?? 0)) stop += 1;
    if (bytes[stop] === 61 && isLevelKey(bytes, index, stop)) {
      const level = levelOfValue(valueAt(bytes, stop + 1));
      if (level !== undefined) return level;
    }
    if (plain === undefined && index < from + wordReach) plain = plainLevel(bytes, { index, stop, first: words === 0 });
    words += isLetter(byte) ? 1 : 0;
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

function plainLevel(bytes: Uint8Array, run: Run): Level | undefined {
  const length = run.stop - run.index;
  if (length === 1 && run.first && bytes[run.stop] === 32 && bytes[run.stop + 1] === 124) {
    return levelOfValue(textOf(bytes, run));
  }
  if (length < 3 || length > 11) return undefined;
  const before = bytes[run.index - 1];
  const behind = bytes[run.stop];
  // A hyphen, dot or slash makes it part of a name: `error-pages`, `INFO.log`, `/ERROR`.
  if (before === 45 || before === 46 || before === 47 || behind === 45 || behind === 46 || behind === 47)
    return undefined;
  const bracketed =
    (before === 91 && behind === 93) || (before === 60 && behind === 62) || (before === 40 && behind === 41);
  const heading = run.first && behind === 58;
  return bracketed || heading || isUpper(bytes, run) ? levelOfWord(textOf(bytes, run)) : undefined;
}

/** `level`, `lvl`, `severity`, any case. */
function isLevelKey(bytes: Uint8Array, index: number, stop: number): boolean {
  const length = stop - index;
  if (length !== 3 && length !== 5 && length !== 8) return false;
  const key = textOf(bytes, { index, stop }).toLowerCase();
  return key === "level" || key === "lvl" || key === "severity";
}

function valueAt(bytes: Uint8Array, from: number): string {
  const index = bytes[from] === 34 ? from + 1 : from;
  let stop = index;
  while (stop < index + 16 && isAlphanumeric(bytes[stop] ?? 0)) stop += 1;
  return textOf(bytes, { index, stop });
}

function textOf(bytes: Uint8Array, run: { index: number; stop: number }): string {
  let text = "";
  for (let index = run.index; index < run.stop; index += 1) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

/** Last byte of a terminal colour sequence such as `ESC[31m`. */
function endOfColour(bytes: Uint8Array, from: number): number {
  let index = from + 1;
  while (index < from + 16 && index < bytes.length && !isLetter(bytes[index] ?? 0)) index += 1;
  return index;
}

function isUpper(bytes: Uint8Array, run: Run): boolean {
  for (let index = run.index; index < run.stop; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 65 || byte > 90) return false;
  }
  return true;
}

function isLetter(byte: number): boolean {
  const lower = byte | 32;
  return lower >= 97 && lower <= 122;
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || isLetter(byte) || byte === 95;
}
