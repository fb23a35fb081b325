/** A time found at a place of a text. */
export interface Timestamp {
  /** Nanoseconds since the epoch. */
  at: bigint;
  /** First character behind it. */
  end: number;
  /** A zone is written; without one the time is read as UTC. */
  zoned: boolean;
  /** Written as RFC 3339 (`T`, zone, at most nine digits of fraction), as kubelets write it. */
  rfc3339: boolean;
  /** Digits of the fraction. */
  digits: number;
}

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Years that nanoseconds in 64 bits can hold, from the epoch on; a zero time of a program (year 1) is no time. */
const firstYear = 1970;
const lastYear = 2261;

/**
 * Reads `2021-08-05T10:14:09.409123456Z` (any offset) or a bare date-time with `T` or a blank, days also with slashes
 * as Go and nginx write them. Read as UTC when no zone follows. Undefined when there is no whole and valid time at
 * `from`. More than nine digits of fraction are cut.
 */
export function parseTimestamp(text: string, from: number): Timestamp | undefined {
  const dash = text.charCodeAt(from + 4);
  if ((dash !== 45 && dash !== 47) || text.charCodeAt(from + 7) !== dash) return undefined;
  const separator = text.charCodeAt(from + 10);
  if (text.charCodeAt(from + 13) !== 58 || (separator !== 84 && separator !== 32)) return undefined;
  const days = readDays(text, from);
  const second = readClock(text, from + 11);
  if (days < 0 || second < 0) return undefined;
  const mark = text.charCodeAt(from + 19);
  let end = from + 19;
  let nanos = 0;
  let digits = 0;
  if ((mark === 46 || mark === 44) && isDigit(text.charCodeAt(end + 1))) {
    for (end += 1; isDigit(text.charCodeAt(end)); end += 1) {
      if (digits < 9) nanos = nanos * 10 + text.charCodeAt(end) - 48;
      digits += 1;
    }
    for (let digit = digits; digit < 9; digit += 1) nanos *= 10;
  }
  const zone = readZone(text, end);
  const zoneEnd = zone === undefined ? end : end + zone.length;
  if (isWordCode(text.charCodeAt(zoneEnd))) return undefined;
  const at = nanosOf(days * 86_400 + second - (zone?.seconds ?? 0), nanos);
  const rfc3339 = zone?.rfc3339 === true && separator === 84 && dash === 45 && mark !== 44 && digits <= 9;
  return { at, end: zoneEnd, zoned: zone !== undefined, rfc3339, digits };
}

// Lines come in order, so most are of the second of the line before: its bigint is made once.
let lastSecond = 0;
let lastSecondNanos = 0n;

/** Nanoseconds since the epoch of whole seconds and nanoseconds. */
export function nanosOf(seconds: number, nanos: number): bigint {
  if (seconds !== lastSecond) {
    lastSecondNanos = BigInt(seconds) * 1_000_000_000n;
    lastSecond = seconds;
  }
  return lastSecondNanos + BigInt(nanos);
}

/** Seconds since midnight of `10:14:09` at `from`, -1 if it is none. */
export function readClock(text: string, from: number): number {
  const hour = twoDigits(text, from);
  const minute = twoDigits(text, from + 3);
  const second = twoDigits(text, from + 6);
  if (text.charCodeAt(from + 2) !== 58 || text.charCodeAt(from + 5) !== 58) return -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return -1;
  return hour * 3600 + minute * 60 + second;
}

/** Days since the epoch, -1 for a day that is none, also for one of what is no number. */
export function daysSinceEpoch(date: { year: number; month: number; day: number }): number {
  const { year, month, day } = date;
  if (!(year >= firstYear) || year > lastYear || !(month >= 1) || month > 12 || !(day >= 1) || day > 31) return -1;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const before = (daysBeforeMonth[month - 1] ?? 0) + (leap && month > 2 ? 1 : 0);
  const after = month === 12 ? (leap ? 366 : 365) : (daysBeforeMonth[month] ?? 0) + (leap && month > 1 ? 1 : 0);
  if (before + day > after) return -1;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  return (year - firstYear) * 365 + leapDays + before + day - 1;
}

/** The number of two digits at `from`, -1 if they are none. */
export function twoDigits(text: string, from: number): number {
  const tens = text.charCodeAt(from) - 48;
  const ones = text.charCodeAt(from + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Whether a character is `0`–`9`; what is behind the end of a text (NaN) is not. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters and digits, as searches see words: those of ASCII and everything beyond. */
function isWordCode(code: number): boolean {
  const lower = code | 32;
  return code >= 128 || isDigit(code) || (lower >= 97 && lower <= 122);
}

function readDays(text: string, from: number): number {
  const century = twoDigits(text, from);
  const yearOfCentury = twoDigits(text, from + 2);
  if (century < 0 || yearOfCentury < 0) return -1;
  const year = century * 100 + yearOfCentury;
  return daysSinceEpoch({ year, month: twoDigits(text, from + 5), day: twoDigits(text, from + 8) });
}

interface Zone {
  seconds: number;
  length: number;
  rfc3339: boolean;
}

const utc: Zone = { seconds: 0, length: 1, rfc3339: true };

/** `Z`, `±hh:mm`, or `±hhmm` as zap and log4j write it. */
function readZone(text: string, from: number): Zone | undefined {
  const sign = text.charCodeAt(from);
  if (sign === 90) return utc;
  if (sign !== 43 && sign !== 45) return undefined;
  const colon = text.charCodeAt(from + 3) === 58;
  const hours = twoDigits(text, from + 1);
  const minutes = twoDigits(text, from + (colon ? 4 : 3));
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined;
  return { seconds: (sign === 43 ? 1 : -1) * (hours * 3600 + minutes * 60), length: colon ? 6 : 5, rfc3339: colon };
}
