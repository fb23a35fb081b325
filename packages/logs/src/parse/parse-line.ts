import type { Level } from "@kubin/schema";
import { detectLevel } from "./detect-level.ts";
import { klogHeader, klogTime } from "./klog-header.ts";
import { parseTimestamp } from "./parse-timestamp.ts";
import { fieldTimeOf, headOf, jsonLevelOf } from "./structured-line.ts";

export interface ParsedLine {
  /** Nanoseconds since the epoch; undefined where the line does not say, never guessed. */
  at: bigint | undefined;
  level: Level;
  /**
   * Length of a leading RFC 3339 timestamp with the one blank behind it, else 0. In the files of a container runtime
   * (CRI) stream and tag follow (`stderr F `), which belong to it, so that the rest is what the program wrote.
   */
  prefixBytes: number;
}

export interface LineContext {
  /** Gives klog headers their year; without it a line with nothing but a klog header has no time. */
  capturedAt?: Date | undefined;
}

/**
 * Time and level of one line (without its LF). The time is the leading timestamp's, else the one of a klog header, else
 * of a JSON or logfmt field. The level comes from klog, JSON, logfmt or a plain word near the beginning. Never throws.
 */
export function parseLine(line: Uint8Array, context?: LineContext): ParsedLine {
  const leading = parseTimestamp(line, 0);
  const prefixBytes = leading?.rfc3339 && line[leading.end] === 32 ? afterCriHeader(line, leading.end + 1) : 0;
  const body = prefixBytes > 0 ? prefixBytes : skipBlanks(line, leading?.end ?? 0);
  const klog = klogHeader(line, body);
  if (klog) {
    const at = leading?.at ?? (context?.capturedAt ? klogTime(klog, context.capturedAt) : undefined);
    return { at, level: klog.level, prefixBytes };
  }
  if (line[body] === 123) {
    const head = headOf(line, body);
    return { at: leading?.at ?? fieldTimeOf(head), level: jsonLevelOf(head) ?? "unknown", prefixBytes };
  }
  const at = leading?.at ?? (mayBeLogfmt(line, body) ? fieldTimeOf(headOf(line, body)) : undefined);
  return { at, level: detectLevel(line, body), prefixBytes };
}

/** First byte behind `stdout F ` (`P`: the line goes on in the next one), or `from` where none stands there. */
function afterCriHeader(line: Uint8Array, from: number): number {
  const tag = line[from + 7];
  if (line[from + 6] !== 32 || (tag !== 70 && tag !== 80) || line[from + 8] !== 32) return from;
  return stands("stdout", line, from) || stands("stderr", line, from) ? from + 9 : from;
}

function stands(word: string, line: Uint8Array, from: number): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (line[from + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}

function skipBlanks(line: Uint8Array, from: number): number {
  let index = from;
  while (line[index] === 32 || line[index] === 9) index += 1;
  return index;
}

/** A logfmt line begins with a key and `=`. */
function mayBeLogfmt(line: Uint8Array, from: number): boolean {
  for (let index = from; index < from + 24; index += 1) {
    const byte = line[index];
    if (byte === 61) return index > from;
    if (byte === undefined || byte === 32) return false;
  }
  return false;
}
