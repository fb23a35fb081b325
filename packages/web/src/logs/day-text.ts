import { timeParts } from "../times/time-parts.ts";
import type { TimeZone } from "../times/time-zone.ts";

/** `23 Nov` of a time in ISO 8601; "" where the line has none. On a page, use `useTimes`. */
export function dayText(at: string | undefined, zone: TimeZone = "utc"): string {
  const parts = timeParts(at ?? "", zone);
  return parts ? `${parts.day} ${parts.month}` : "";
}
