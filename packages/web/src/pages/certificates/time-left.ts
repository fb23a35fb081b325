const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Within so many days a certificate ends soon; the server counts with the same. */
const soonDays = 30;

interface TimeLeft {
  state: "expired" | "soon" | "valid";
  /** From the capture to the end, or since the end where it was over: whole days, hours where it is less than one. */
  amount: number;
  unit: "day" | "hour";
}

/** How long a certificate had at the capture, and what that means. */
export function timeLeft(notAfter: string, asOf: string): TimeLeft {
  const ms = Date.parse(notAfter) - Date.parse(asOf);
  const unit = Math.abs(ms) < dayMs ? "hour" : "day";
  const amount = Math.floor(Math.abs(ms) / (unit === "day" ? dayMs : hourMs));
  return { state: ms <= 0 ? "expired" : ms <= soonDays * dayMs ? "soon" : "valid", amount, unit };
}
