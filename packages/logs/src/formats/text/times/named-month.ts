import { daysSinceEpoch } from "../../../parse/parse-timestamp.ts";
import { clockAt, digitsAt, fractionAt } from "./clock.ts";
import { monthAt } from "./month-at.ts";
import { nanosOf, type ReadTime } from "./read-time.ts";
import { zoneAt } from "./zone-at.ts";

/** `05/Aug/2021:10:14:09 -0700`, `05-Aug-2021 10:14:09.409`, `05 Aug 2021 10:14:09.409` at `at`. */
export function dayFirstAt(text: string, at: number): ReadTime | undefined {
  const mark = text.charCodeAt(at + 2);
  if ((mark !== 47 && mark !== 45 && mark !== 32) || text.charCodeAt(at + 6) !== mark) return undefined;
  const month = monthAt(text, at + 3);
  if (month === 0) return undefined;
  const days = daysSinceEpoch({ year: digitsAt(text, at + 7, 4), month, day: digitsAt(text, at, 2) });
  const between = text.charCodeAt(at + 11);
  if (days < 0 || (between !== 58 && between !== 32)) return undefined;
  return timeOn(days, text, at + 12);
}

/** `Sun Dec 04 04:47:44 2005`, `Thu Aug 05 10:14:09.409123 2021` at `at` (C `asctime`). */
export function weekdayFirstAt(text: string, at: number): ReadTime | undefined {
  if (text.charCodeAt(at + 3) !== 32 || text.charCodeAt(at + 7) !== 32 || text.charCodeAt(at + 10) !== 32) {
    return undefined;
  }
  const month = monthAt(text, at + 4);
  const seconds = month === 0 ? -1 : clockAt(text, at + 11);
  if (seconds < 0) return undefined;
  const fraction = fractionAt(text, at + 19);
  const day = text.charCodeAt(at + 8) === 32 ? digitsAt(text, at + 9, 1) : digitsAt(text, at + 8, 2);
  const days = daysSinceEpoch({ year: digitsAt(text, fraction.end + 1, 4), month, day });
  if (days < 0 || text.charCodeAt(fraction.end) !== 32) return undefined;
  return { time: { at: nanosOf(days, seconds, fraction.nanos), from: "line-utc" }, end: fraction.end + 5 };
}

function timeOn(days: number, text: string, at: number): ReadTime | undefined {
  const seconds = clockAt(text, at);
  if (seconds < 0) return undefined;
  const fraction = fractionAt(text, at + 8);
  const zone = zoneAt(text, fraction.end);
  const nanos = nanosOf(days, seconds - (zone?.seconds ?? 0), fraction.nanos);
  return { time: { at: nanos, from: zone ? "line" : "line-utc" }, end: zone?.end ?? fraction.end };
}
