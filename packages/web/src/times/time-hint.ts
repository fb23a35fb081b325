import { formatAge } from "@kubin/kubernetes";
import { frameTexts } from "../texts/frame.ts";
import { timeText } from "./time-text.ts";

/** What hovering over a time says: UTC, the reader's own clock, and how far from the capture where that is given. */
export function timeHint(at: string, asOf?: string): string {
  const utc = timeText(at, { zone: "utc", precision: "seconds" });
  if (utc === at) return at;
  const local = timeText(at, { zone: "local", precision: "seconds" });
  const lines = [utc, frameTexts.byYourClock(local)];
  const ms = asOf === undefined ? Number.NaN : Date.parse(asOf) - Date.parse(at);
  if (!Number.isNaN(ms))
    lines.push(ms < 0 ? frameTexts.afterCapture(formatAge(-ms)) : frameTexts.beforeCapture(formatAge(ms)));
  return lines.join("\n");
}
