import { parseNanos } from "../lines/nanos.ts";

const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const dayMs = unitMs.d;

const isoTime = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const clockTime = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/;
const relativeTime = /^-(\d{1,6})(s|m|h|d|w)$/;

/**
 * Milliseconds since the epoch of a time in a query: ISO 8601 (without a zone: UTC; a date alone: its midnight),
 * `10:14[:09]` on the day of the capture, `-15m` before the capture. A sentence when it is none of these.
 */
export function parseTimeValue(value: string, capturedAt: Date | undefined): number | string {
  const iso = isoTime.exec(value);
  if (iso) {
    const at = parseNanos(`${iso[1]}T${iso[2] ?? "00:00"}${(iso[3] ?? ":00").replace(",", ".")}${zoneOf(iso[4])}`);
    return at === undefined ? `"${value}" is no time that exists.` : Number(at / 1_000_000n);
  }
  const clock = clockTime.exec(value);
  const relative = relativeTime.exec(value);
  if (!clock && !relative) {
    return `"${value}" is no time; expected 2021-08-05T10:14:09Z, 10:14, 10:14:09 or -15m (s, m, h, d, w before the capture).`;
  }
  if (!capturedAt) return `"${value}" counts from the capture, but the capture time is not known; give date and time.`;
  if (clock) {
    const midnight = Math.floor(capturedAt.getTime() / dayMs) * dayMs;
    const millis = Number((clock[4] ?? "").padEnd(3, "0"));
    return (
      midnight + Number(clock[1]) * unitMs.h + Number(clock[2]) * unitMs.m + Number(clock[3] ?? 0) * unitMs.s + millis
    );
  }
  const unit = unitMs[unitOf(relative?.[2])];
  return capturedAt.getTime() - Number(relative?.[1]) * unit;
}

/** Whether it depends on a clock which moment is meant. */
export function leavesZoneOpen(value: string): boolean {
  const iso = isoTime.exec(value);
  return iso ? iso[4] === undefined : clockTime.test(value);
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return "Z";
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
}

/** The expression above lets nothing else through. */
function unitOf(letter: string | undefined): keyof typeof unitMs {
  switch (letter) {
    case "s":
    case "h":
    case "d":
    case "w":
      return letter;
    default:
      return "m";
  }
}
