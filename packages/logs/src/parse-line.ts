import type { Level } from "@kubin/schema";
import { detectLevel } from "./detect-level.ts";
import { klogHeader, klogTime } from "./klog-header.ts";
import { parseTimestamp } from "./parse-timestamp.ts";
import { fieldTimeOf, headOf, jsonLevelOf } from "./structured-line.ts";

export interface ParsedLine {
  /** Nanoseconds since the epoch; undefined where the line does not say, never guessed. */
  at: bigint | undefined;
  level: Level;
  /** Length of a leading RFC 3339 timestamp with the one blank behind it, else 0. */
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
  const prefixBytes = leading?.rfc3339 && line[leading.end] === 32 ? leading.end + 1 : 0;
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
