const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of `share` (0 to 1) of `width` characters; what is more than nothing is seen. */
export function bar(share: number, width: number): string {
  if (share <= 0) return "";
  const parts = Math.max(1, Math.round(Math.min(1, share) * width * 8));
  return "█".repeat(Math.trunc(parts / 8)) + (eighths[parts % 8] ?? "");
}
