import { timeParts } from "../times/time-parts.ts";
import type { TimeZone } from "../times/time-zone.ts";

/** `10:41:58.203` of a time in ISO 8601 with any number of digits; "" where the line has none. On a page, use `useTimes`. */
export function clockText(at: string | undefined, zone: TimeZone = "utc"): string {
  return timeParts(at ?? "", zone)?.clock ?? "";
}
