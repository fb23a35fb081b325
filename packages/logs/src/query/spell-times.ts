import { aroundTime } from "./around-time.ts";
import { leavesZoneOpen, parseTimeValue } from "./parse-time-value.ts";
import { type FieldToken, tokensIfRead } from "./query-tokens.ts";

const minuteMs = 60_000;

/** A clock on a wall somewhere. */
export interface WallClock {
  /** `10:14` is of this day. */
  capturedAt: Date | undefined;
  /** Minutes that it is ahead of UTC at a moment. */
  aheadMin: (at: number) => number;
}

/**
 * Query text whose times without a zone are read by a clock and written with their zone, so that it means the same to
 * everyone. What cannot be read stays as it is.
 */
export function spellTimes(text: string, clock: WallClock): string {
  let spelled = "";
  let end = 0;
  for (const token of tokensIfRead(text) ?? []) {
    if (token.type !== "field") continue;
    const value = spellValue(token, clock);
    if (value === token.value) continue;
    spelled += text.slice(end, token.valueFrom) + value;
    end = token.to;
  }
  return spelled + text.slice(end);
}

function spellValue({ field, value }: FieldToken, clock: WallClock): string {
  if (field === "after" || field === "before") return spellTime(value, clock);
  if (field !== "around") return value;
  const { time, span } = aroundTime(value);
  const spelled = spellTime(time, clock);
  return spelled === time ? value : `${spelled}${span}`;
}

/** One time as `spellTimes` writes it: `2021-08-05T12:14:00+02:00` for `12:14` by a clock two hours ahead. */
export function spellTime(value: string, { capturedAt, aheadMin }: WallClock): string {
  if (!leavesZoneOpen(value)) return value;
  // By the clock the capture may be of another day than in UTC.
  const day = capturedAt && new Date(capturedAt.getTime() + aheadMin(capturedAt.getTime()) * minuteMs);
  const reading = parseTimeValue(value, day);
  if (typeof reading === "string") return value;
  const ahead = aheadMin(reading - aheadMin(reading) * minuteMs);
  return `${new Date(reading).toISOString().replace(/(\.000)?Z$/, "")}${zoneText(ahead)}`;
}

function zoneText(aheadMin: number): string {
  if (aheadMin === 0) return "Z";
  const away = Math.abs(aheadMin);
  const two = (count: number) => String(count).padStart(2, "0");
  return `${aheadMin < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
