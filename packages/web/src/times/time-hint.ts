import { utcText } from "./utc-text.ts";

/** What hovering over a time says: UTC, and the reader's own clock. */
export function timeHint(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return `${utcText(at, "seconds")}\n${time.toLocaleString()} here`;
}
