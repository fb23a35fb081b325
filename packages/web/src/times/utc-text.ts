import { timeText } from "./time-text.ts";

/** `23 Nov 2026 10:44 UTC`, whatever clock was chosen: for texts that leave the page. On it, use `useTimes`. */
export function utcText(at: string, precision: "minutes" | "seconds" = "minutes"): string {
  return timeText(at, { zone: "utc", precision });
}
