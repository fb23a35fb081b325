const dayMs = 24 * 60 * 60 * 1000;

/** Monday of the week in which the snapshot expires, as an ISO date: names its log partition and never changes. */
export function retainWeekOf(expiresAt: Date): string {
  const day = (expiresAt.getUTCDay() + 6) % 7;
  return new Date(expiresAt.getTime() - day * dayMs).toISOString().slice(0, 10);
}
