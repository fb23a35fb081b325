const minuteMs = 60_000;
const steps = [1 / 12, 1 / 4, 1 / 2, 1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200];
const ticksAtMost = 7;

/** Round moments between the ends of an axis, a few; none where it has no length. */
export function tickTimes(fromMs: number, toMs: number): number[] {
  if (!(toMs > fromMs) || !Number.isFinite(toMs - fromMs)) return [];
  const longest = (steps.at(-1) ?? 1) * minuteMs;
  const fitting = steps.map((step) => step * minuteMs).find((step) => (toMs - fromMs) / step <= ticksAtMost);
  const stepMs = fitting ?? Math.ceil((toMs - fromMs) / ticksAtMost / longest) * longest;
  const ticks: number[] = [];
  for (let at = Math.ceil(fromMs / stepMs) * stepMs; at <= toMs; at += stepMs) ticks.push(at);
  return ticks;
}
