import type { TimeZone } from "./time-zone.ts";

/** A moment taken apart by one of the two clocks. */
export interface TimeParts {
  year: number;
  /** "Nov" */
  month: string;
  day: number;
  /** "10:44:00.123" */
  clock: string;
  /** "UTC", "UTC+2", "UTC-3:30" */
  zoneName: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Undefined where `at` is no time. */
export function timeParts(at: string, zone: TimeZone): TimeParts | undefined {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return undefined;
  // Zones are whole minutes from UTC at any one moment, also where clocks are moved in summer.
  const offsetMin = zone === "utc" ? 0 : -time.getTimezoneOffset();
  const moved = new Date(time.getTime() + offsetMin * 60_000);
  return {
    year: moved.getUTCFullYear(),
    month: months[moved.getUTCMonth()] ?? "",
    day: moved.getUTCDate(),
    clock: moved.toISOString().slice(-13, -1),
    zoneName: zoneName(offsetMin),
  };
}

function zoneName(offsetMin: number): string {
  if (offsetMin === 0) return "UTC";
  const away = Math.abs(offsetMin);
  const minutes = away % 60 === 0 ? "" : `:${String(away % 60).padStart(2, "0")}`;
  return `UTC${offsetMin < 0 ? "-" : "+"}${Math.floor(away / 60)}${minutes}`;
}
