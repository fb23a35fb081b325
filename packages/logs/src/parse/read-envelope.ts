import { dockerEnvelope } from "./docker-envelope.ts";
import type { Envelope } from "./envelope.ts";
import { daysSinceEpoch, nanosOf } from "./parse-timestamp.ts";
import { decodeLine } from "./plain-text.ts";

/**
 * Envelope of a line: `2021-08-05T10:14:09.409123456Z ` as kubelets write it (`kubectl logs --timestamps`), the same
 * with `stderr F ` (CRI, kubernetes/design-proposals "kubelet-cri-logging"), or Docker's json-file object. Reads bytes:
 * what is decoded then is what the program wrote, which is faster to read than a part of a longer text.
 */
export function readEnvelope(line: Uint8Array): Envelope | undefined {
  if (line[0] === 123) return line[2] === 108 && line[5] === 34 ? dockerEnvelope(decodeLine(line)) : undefined;
  const time = leadingTime(line);
  if (!time || line[time.end] !== 32) return undefined;
  const from = time.end + 1;
  const stream = streamAt(line, from);
  const tag = line[from + 7];
  if (stream === undefined || (tag !== 70 && tag !== 80) || line[from + 8] !== 32) {
    // Nanoseconds rarely end in three zeros, and kubelets write all others.
    return {
      at: time.at,
      prefix: from,
      stream: undefined,
      partial: false,
      inner: undefined,
      doubtful: time.digits < 7,
    };
  }
  return { at: time.at, prefix: from + 9, stream, partial: tag === 80, inner: undefined, doubtful: false };
}

function streamAt(line: Uint8Array, from: number): Envelope["stream"] {
  if (line[from + 6] !== 32) return undefined;
  if (stands("stdout", line, from)) return "stdout";
  return stands("stderr", line, from) ? "stderr" : undefined;
}

function stands(word: string, line: Uint8Array, from: number): boolean {
  for (let index = 0; index < word.length; index += 1) if (line[from + index] !== word.charCodeAt(index)) return false;
  return true;
}

/** RFC 3339 at the very beginning of a line, with at most nine digits of fraction. */
function leadingTime(line: Uint8Array): { at: bigint; end: number; digits: number } | undefined {
  if (line[4] !== 45 || line[7] !== 45 || line[10] !== 84 || line[13] !== 58 || line[16] !== 58) return undefined;
  const year = number(line, 0, 4);
  const days = daysSinceEpoch({ year, month: number(line, 5, 2), day: number(line, 8, 2) });
  const hour = number(line, 11, 2);
  const minute = number(line, 14, 2);
  const second = number(line, 17, 2);
  if (days < 0 || !(hour >= 0 && hour < 24) || !(minute >= 0 && minute < 60) || !(second >= 0 && second <= 60)) {
    return undefined;
  }
  let end = 19;
  let nanos = 0;
  if (line[end] === 46) {
    for (end += 1; end < 30 && isDigit(line[end]); end += 1) nanos = nanos * 10 + (line[end] ?? 48) - 48;
    if (end === 20 || end > 29) return undefined;
    for (let digits = end - 20; digits < 9; digits += 1) nanos *= 10;
  }
  const digits = Math.max(0, end - 20);
  const offset = zoneSeconds(line, end);
  if (offset === undefined) return undefined;
  const at = nanosOf(days * 86_400 + hour * 3600 + minute * 60 + second - offset, nanos);
  return { at, end: line[end] === 90 ? end + 1 : end + 6, digits };
}

/** Seconds of `Z` or `±hh:mm`. */
function zoneSeconds(line: Uint8Array, from: number): number | undefined {
  const sign = line[from];
  if (sign === 90) return 0;
  if ((sign !== 43 && sign !== 45) || line[from + 3] !== 58) return undefined;
  const hours = number(line, from + 1, 2);
  const minutes = number(line, from + 4, 2);
  if (!(hours >= 0 && hours < 24) || !(minutes >= 0 && minutes < 60)) return undefined;
  return (sign === 43 ? 1 : -1) * (hours * 3600 + minutes * 60);
}

/** The number of so many digits, NaN if they are none. */
function number(line: Uint8Array, from: number, digits: number): number {
  let value = 0;
  for (let index = from; index < from + digits; index += 1) {
    if (!isDigit(line[index])) return Number.NaN;
    value = value * 10 + (line[index] ?? 48) - 48;
  }
  return value;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}
