import { formatAge } from "@kubin/kubernetes";

/** How long ago `at` was by the reader's clock: "3m20s ago". */
export function timeAgo(at: string, nowMs: number): string {
  const ms = nowMs - Date.parse(at);
  return Number.isNaN(ms) ? "" : `${formatAge(Math.max(0, ms))} ago`;
}
