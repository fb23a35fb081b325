import type { LineSurroundings, OwnTime } from "./line-format.ts";
import { daysSinceEpoch, nanosOf, parseTimestamp } from "./parse-timestamp.ts";

const dayMs = 86_400_000;
const longestTime = 40;

/** Time of a field: RFC 3339 or its kin, else an epoch number. Undefined for anything else. */
export function timeOfValue(value: string): OwnTime | undefined {
  if (value.length > longestTime) return undefined;
  const time = parseTimestamp(value, 0);
  if (time) return time.end === value.length ? { at: time.at, from: time.zoned ? "line" : "line-utc" } : undefined;
  const at = epochNanos(value);
  return at === undefined ? undefined : { at, from: "line" };
}

const epochShape = /^(\d{9,20})(?:\.(\d{1,20}))?$/;
const exponentShape = /^(\d)\.(\d{1,20})[eE]\+?(\d{1,2})$/;

/**
 * Exact nanoseconds of an epoch number as programs write it: seconds, milliseconds, microseconds or nanoseconds by its
 * size, with fraction and exponent (`1.6281584494091234e+09`, as zap's EpochTimeEncoder does).
 */
function epochNanos(text: string): bigint | undefined {
  const found = epochShape.exec(text) ?? exponentShape.exec(text);
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

/** A day and time whose year was not written. */
export interface Yearless {
  month: number;
  day: number;
  secondOfDay: number;
  nanos: number;
}

/**
 * The last such moment not later than a day after the envelope's time or the capture; UTC. Undefined when neither is
 * known: a year is never guessed.
 */
export function timeWithoutYear(written: Yearless, around: LineSurroundings): OwnTime | undefined {
  const { envelopeAt, capturedAt } = around;
  const known = envelopeAt === undefined ? capturedAt?.getTime() : Number(envelopeAt / 1_000_000n);
  if (known === undefined) return undefined;
  const latest = known + dayMs;
  const year = new Date(latest).getUTCFullYear();
  const { month, day, secondOfDay } = written;
  const thisYear = daysSinceEpoch({ year, month, day });
  const inThisYear = thisYear >= 0 && thisYear * dayMs + secondOfDay * 1000 <= latest;
  const days = inThisYear ? thisYear : daysSinceEpoch({ year: year - 1, month, day });
  return days < 0 ? undefined : { at: nanosOf(days * 86_400 + secondOfDay, written.nanos), from: "line-year" };
}
