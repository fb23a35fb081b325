const dayMs = 86_400_000;
/** Within so many days a certificate ends soon; the server counts with the same. */
const soonDays = 30;

/** Whole days from the capture to the end, below 0 where it was over, and what that means. */
export function daysLeft(notAfter: string, asOf: string): { days: number; state: "expired" | "soon" | "valid" } {
  const ms = Date.parse(notAfter) - Date.parse(asOf);
  const days = Math.trunc(ms / dayMs);
  if (ms <= 0) return { days, state: "expired" };
  return { days, state: ms <= soonDays * dayMs ? "soon" : "valid" };
}
