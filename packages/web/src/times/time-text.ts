import { timeParts } from "./time-parts.ts";
import type { TimeZone } from "./time-zone.ts";

interface TimeTextOptions {
  zone: TimeZone;
  precision?: "minutes" | "seconds";
}

/** `23 Nov 2026 10:44 UTC`, or `23 Nov 2026 12:44 UTC+2` by the reader's clock; the text itself where it is no time. */
export function timeText(at: string, { zone, precision = "minutes" }: TimeTextOptions): string {
  const parts = timeParts(at, zone);
  if (!parts) return at;
  const clock = parts.clock.slice(0, precision === "seconds" ? 8 : 5);
  return `${parts.day} ${parts.month} ${parts.year} ${clock} ${parts.zoneName}`;
}
