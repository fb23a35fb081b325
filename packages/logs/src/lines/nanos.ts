import { parseTimestamp } from "../parse/parse-timestamp.ts";

const nanosPerMilli = 1_000_000n;
const nanosPerSecond = 1_000_000_000n;

/** Nanoseconds since the epoch as ISO 8601 in UTC with nine digits of fraction. */
export function formatNanos(nanos: bigint): string {
  const fraction = ((nanos % nanosPerSecond) + nanosPerSecond) % nanosPerSecond;
  const seconds = new Date(Number((nanos - fraction) / nanosPerMilli)).toISOString().slice(0, 19);
  return `${seconds}.${fraction.toString().padStart(9, "0")}Z`;
}

/** The nanoseconds of such a text; undefined for anything that is not one whole time. */
export function parseNanos(text: string): bigint | undefined {
  const time = parseTimestamp(text, 0);
  return time?.rfc3339 && time.end === text.length ? time.at : undefined;
}
