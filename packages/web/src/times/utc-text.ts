const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `23 Nov 2026 10:44 UTC`, with seconds where asked; the text itself where it is no time. */
export function utcText(at: string, precision: "minutes" | "seconds" = "minutes"): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const iso = time.toISOString();
  const clock = iso.slice(11, precision === "seconds" ? 19 : 16);
  return `${time.getUTCDate()} ${months[time.getUTCMonth()] ?? ""} ${time.getUTCFullYear()} ${clock} UTC`;
}
