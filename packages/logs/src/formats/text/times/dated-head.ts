import type { OwnTime } from "../../../parse/line-format.ts";
import { daysSinceEpoch } from "../../../parse/parse-timestamp.ts";
import { clockAt, digitsAt, fractionAt } from "./clock.ts";
import { nanosOf } from "./read-time.ts";
import { zoneAt } from "./zone-at.ts";

/** The date or the mere time of day that a line begins with. */
export interface DatedHead {
  /** Undefined behind a mere time of day. */
  time: OwnTime | undefined;
  /** First character behind date, time and zone. */
  end: number;
  /** A `[` stands before it. */
  open: boolean;
}

const unread: { text: string; head: DatedHead | undefined } = { text: "", head: undefined };
/** Many formats ask for the head of the same line, one after another. */
let last = unread;

/** Of `2021-08-05 10:14:09,409  +0000 …` and its kin, with or without a `[` before it. */
export function datedHead(text: string): DatedHead | undefined {
  const open = text.charCodeAt(0) === 91 ? 1 : 0;
  const first = text.charCodeAt(open);
  if (!(first >= 48 && first <= 57)) return undefined;
  if (last.text !== text) last = { text, head: readHead(text, open) };
  return last.head;
}

function readHead(text: string, from: number): DatedHead | undefined {
  const found = datedAt(text, from);
  if (found) return { time: found.time, end: found.end, open: from === 1 };
  if (clockAt(text, from) < 0) return undefined;
  return { time: undefined, end: fractionAt(text, from + 8).end, open: from === 1 };
}

/** `2021-08-05T10:14:09.409Z`: `-`, `/` or `.` in the date, two digits of a year before `/`, `.` or `,` before a fraction. */
export function datedAt(text: string, at: number): { time: OwnTime; end: number } | undefined {
  const day = dayAt(text, at);
  if (!day) return undefined;
  const between = text.charCodeAt(day.end);
  if (between !== 32 && between !== 84) return undefined;
  const seconds = clockAt(text, day.end + 1);
  if (seconds < 0) return undefined;
  const mark = text.charCodeAt(day.end + 9);
  // Jetty and others write `10:14:09.409:INFO:`, so a colon begins no fraction here.
  const fraction = mark === 58 ? { nanos: 0, end: day.end + 9 } : fractionAt(text, day.end + 9);
  const zone = zoneAt(text, fraction.end);
  const nanos = nanosOf(day.days, seconds - (zone?.seconds ?? 0), fraction.nanos);
  return { time: { at: nanos, from: zone ? "line" : "line-utc" }, end: zone?.end ?? fraction.end };
}

function dayAt(text: string, at: number): { days: number; end: number } | undefined {
  const mark = text.charCodeAt(at + 4);
  const long = isDateMark(mark) && text.charCodeAt(at + 7) === mark;
  if (!long && (text.charCodeAt(at + 2) !== 47 || text.charCodeAt(at + 5) !== 47)) return undefined;
  const year = long ? digitsAt(text, at, 4) : 2000 + digitsAt(text, at, 2);
  const month = digitsAt(text, long ? at + 5 : at + 3, 2);
  const day = digitsAt(text, long ? at + 8 : at + 6, 2);
  const days = daysSinceEpoch({ year, month, day });
  return days < 0 ? undefined : { days, end: long ? at + 10 : at + 8 };
}

function isDateMark(code: number): boolean {
  return code === 45 || code === 47 || code === 46;
}
