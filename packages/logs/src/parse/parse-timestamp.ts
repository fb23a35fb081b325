import { isWordByte } from "../lines/line-text.ts";

/** A time found at a place of a line. */
export interface Timestamp {
  /** Nanoseconds since the epoch. */
  at: bigint;
  /** First byte behind it. */
  end: number;
  /** Written as RFC 3339 (`T`, zone, at most nine digits of fraction), as kubelets write it. */
  rfc3339: boolean;
}

const nanosPerSecond = 1_000_000_000n;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Years that nanoseconds in 64 bits can hold, from the epoch on; a zero time of a program (year 1) is no time. */
const firstYear = 1970;
const lastYear = 2261;

/**
 * Reads `2021-08-05T10:14:09.409123456Z` (any offset) or a bare date-time with `T` or a blank, read as UTC when no zone
 * follows. Undefined when there is no whole and valid time at `from`. More than nine digits of fraction are cut.
 */
export function parseTimestamp(bytes: Uint8Array, from: number): Timestamp | undefined {
  if (bytes.length < from + 19 || bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return undefined;
  const separator = bytes[from + 10];
  if (bytes[from + 13] !== 58 || bytes[from + 16] !== 58 || (separator !== 84 && separator !== 32)) return undefined;
  const days = readDays(bytes, from);
  const second = readClock(bytes, from + 11);
  if (days < 0 || second < 0) return undefined;
  let end = from + 19;
  let nanos = 0;
  let fraction = 0;
  const mark = bytes[end];
  if ((mark === 46 || mark === 44) && isDigit(bytes[end + 1])) {
    for (end += 1; isDigit(bytes[end]); end += 1) {
      if (fraction < 9) nanos = nanos * 10 + digitAt(bytes, end);
      fraction += 1;
    }
    for (let digits = fraction; digits < 9; digits += 1) nanos *= 10;
  }
  const zone = readZone(bytes, end);
  if (isWordByte(bytes[zone.end])) return undefined;
  const at = BigInt(days * 86_400 + second - zone.seconds) * nanosPerSecond + BigInt(nanos);
  return { at, end: zone.end, rfc3339: zone.end > end && separator === 84 && mark !== 44 && fraction <= 9 };
}

/** Seconds since midnight of `10:14:09` at `from`, -1 if it is none. */
export function readClock(bytes: Uint8Array, from: number): number {
  const hour = twoDigits(bytes, from);
  const minute = twoDigits(bytes, from + 3);
  const second = twoDigits(bytes, from + 6);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return -1;
  return hour * 3600 + minute * 60 + second;
}

/** Days since the epoch, -1 for a day that is none. */
export function daysSinceEpoch(date: { year: number; month: number; day: number }): number {
  const { year, month, day } = date;
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > 31) return -1;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const before = (daysBeforeMonth[month - 1] ?? 0) + (leap && month > 2 ? 1 : 0);
  const after = month === 12 ? (leap ? 366 : 365) : (daysBeforeMonth[month] ?? 0) + (leap && month > 1 ? 1 : 0);
  if (before + day > after) return -1;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  return (year - firstYear) * 365 + leapDays + before + day - 1;
}

/** The number of two digits at `from`, -1 if they are none. */
export function twoDigits(bytes: Uint8Array, from: number): number {
  return isDigit(bytes[from]) && isDigit(bytes[from + 1]) ? digitAt(bytes, from) * 10 + digitAt(bytes, from + 1) : -1;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

function readDays(bytes: Uint8Array, from: number): number {
  const century = twoDigits(bytes, from);
  const yearOfCentury = twoDigits(bytes, from + 2);
  if (century < 0 || yearOfCentury < 0) return -1;
  const year = century * 100 + yearOfCentury;
  return daysSinceEpoch({ year, month: twoDigits(bytes, from + 5), day: twoDigits(bytes, from + 8) });
}

/** `Z` or `±hh:mm` at `from`; `end` stays at `from` when there is none. */
function readZone(bytes: Uint8Array, from: number): { seconds: number; end: number } {
  const sign = bytes[from];
  if (sign === 90) return { seconds: 0, end: from + 1 };
  if ((sign !== 43 && sign !== 45) || bytes[from + 3] !== 58) return { seconds: 0, end: from };
  const hours = twoDigits(bytes, from + 1);
  const minutes = twoDigits(bytes, from + 4);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return { seconds: 0, end: from };
  return { seconds: (sign === 43 ? 1 : -1) * (hours * 3600 + minutes * 60), end: from + 6 };
}

function digitAt(bytes: Uint8Array, index: number): number {
  return (bytes[index] ?? 48) - 48;
}
