import type { Level } from "@kubin/schema";
import { levelOfValue } from "./level-of-word.ts";
import { parseTimestamp } from "./parse-timestamp.ts";

/** How much of a JSON or logfmt line is searched for its level and time. */
const headBytes = 8192;

const jsonLevel = /"(?:level|severity|lvl)"\s*:\s*(?:"([^"\\]{1,16})"|(\d{1,3})\b)/i;
const jsonTime = /"(?:ts|time|timestamp|@timestamp)"\s*:\s*(?:"([^"\\]{1,40})"|(\d[\d.eE+]{0,40}))/;
const logfmtTime = /(?:^|\s)(?:ts|time|timestamp|@timestamp)=(?:"([^"\\]{1,40})"|([^\s"]{1,40}))/;

/** The beginning of a line as text, one character a byte. */
export function headOf(bytes: Uint8Array, from: number): string {
  const head: ArrayLike<number> = bytes.subarray(from, from + headBytes);
  return Reflect.apply(String.fromCharCode, undefined, head);
}

/** Value of `"level"`, `"severity"` or `"lvl"` in a line that is a JSON object. */
export function jsonLevelOf(head: string): Level | undefined {
  const found = jsonLevel.exec(head);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : levelOfValue(value);
}

/** Value of `ts`, `time`, `timestamp` or `@timestamp` in a JSON or logfmt line, in nanoseconds since the epoch. */
export function fieldTimeOf(head: string): bigint | undefined {
  const found = (head.startsWith("{") ? jsonTime : logfmtTime).exec(head);
  const value = found?.[1] ?? found?.[2];
  if (value === undefined) return undefined;
  return /^\d{4}-/.test(value) ? textTime(value) : epochNanos(value);
}

/**
 * Exact nanoseconds of an epoch number as programs write it: seconds, milliseconds, microseconds or nanoseconds by its
 * size, with fraction and exponent (`1.6281584494091234e+09`). Undefined for anything else.
 */
function epochNanos(text: string): bigint | undefined {
  const found = /^(\d{1,20})(?:\.(\d{1,20}))?(?:[eE]\+?(\d{1,2}))?$/.exec(text);
  if (!found) return undefined;
  const fraction = found[2] ?? "";
  const exponent = Number(found[3] ?? 0);
  const digits = BigInt((found[1] ?? "") + fraction);
  const whole = Number(text);
  const unit = whole < 1e11 ? 9 : whole < 1e14 ? 6 : whole < 1e17 ? 3 : 0;
  const shift = unit + exponent - fraction.length;
  const nanos = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  // Small numbers are counters or uptimes, not times: the year 2000 is the earliest that is believed.
  return nanos >= 946_684_800_000_000_000n && nanos < 9_000_000_000_000_000_000n ? nanos : undefined;
}

function textTime(text: string): bigint | undefined {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const time = parseTimestamp(bytes, 0);
  return time && time.end === bytes.length ? time.at : undefined;
}
