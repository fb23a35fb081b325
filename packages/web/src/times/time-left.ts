const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How far `at` is from now, coarsely: "in 6 d", "in 3 h", "in 12 min", "any moment now". */
export function timeLeft(at: string, nowMs: number): string {
  const ms = Date.parse(at) - nowMs;
  if (Number.isNaN(ms) || ms < minuteMs) return "any moment now";
  if (ms >= dayMs) return `in ${Math.floor(ms / dayMs)} d`;
  if (ms >= hourMs) return `in ${Math.floor(ms / hourMs)} h`;
  return `in ${Math.floor(ms / minuteMs)} min`;
}
