import type { LineSurroundings, OwnTime } from "../../../parse/line-format.ts";
import { daysSinceEpoch } from "../../../parse/parse-timestamp.ts";
import { clockAt, digitsAt, fractionAt } from "./clock.ts";
import { monthAt } from "./month-at.ts";
import { nanosOf } from "./read-time.ts";

/** A day of a year that was not written, and the time in it. */
export interface Yearless {
  month: number;
  day: number;
  seconds: number;
  nanos: number;
  end: number;
}

const nanosPerDay = 86_400_000_000_000n;

/** `Aug  5 10:14:09`, `Aug 05 10:14:09.409123` at `at`. */
export function yearlessAt(text: string, at: number): Yearless | undefined {
  if (text.charCodeAt(at + 3) !== 32 || text.charCodeAt(at + 6) !== 32) return undefined;
  const month = monthAt(text, at);
  if (month === 0) return undefined;
  const padded = text.charCodeAt(at + 4) === 32;
  const day = padded ? digitsAt(text, at + 5, 1) : digitsAt(text, at + 4, 2);
  const seconds = clockAt(text, at + 7);
  if (day < 1 || day > 31 || seconds < 0) return undefined;
  const colon = text.charCodeAt(at + 15) === 58;
  const fraction = colon ? { nanos: 0, end: at + 15 } : fractionAt(text, at + 15);
  return { month, day, seconds, nanos: fraction.nanos, end: fraction.end };
}

/** In the year that makes it the last such day not later than a day after the envelope, else after the capture. */
export function withYear(read: Yearless, around: LineSurroundings): OwnTime | undefined {
  const known = around.envelopeAt ?? (around.capturedAt ? BigInt(around.capturedAt.getTime()) * 1_000_000n : undefined);
  if (known === undefined) return undefined;
  const latest = known + nanosPerDay;
  const year = new Date(Number(latest / 1_000_000n)).getUTCFullYear();
  // The 29th of February may be up to eight years back.
  for (let back = 0; back <= 8; back += 1) {
    const days = daysSinceEpoch({ year: year - back, month: read.month, day: read.day });
    const at = days < 0 ? undefined : nanosOf(days, read.seconds, read.nanos);
    if (at !== undefined && at <= latest) return { at, from: "line-year" };
  }
  return undefined;
}
