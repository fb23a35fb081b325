import type { Found } from "./detector.ts";

/**
 * By position, none overlapping: what overlaps becomes one. Rule and secret are those of the most telling detector,
 * that is of the first in `found` (detectors come in that order), and of those of the same rule the widest.
 */
export function mergeFindings(found: readonly Found[]): Found[] {
  if (found.length < 2) return [...found];
  const ranked = found.map((one, rank) => ({ one, rank })).sort((a, b) => a.one.start - b.one.start || a.rank - b.rank);
  const merged: Found[] = [];
  let best: { one: Found; rank: number } | undefined;
  for (const next of ranked) {
    const last = merged.at(-1);
    if (!best || !last || next.one.start >= last.end) {
      merged.push({ ...next.one });
      best = next;
      continue;
    }
    if (isBetter(next, best)) best = next;
    merged[merged.length - 1] = { ...best.one, start: last.start, end: Math.max(last.end, next.one.end) };
  }
  return merged;
}

function isBetter(a: { one: Found; rank: number }, b: { one: Found; rank: number }): boolean {
  if (a.one.rule !== b.one.rule) return a.rank < b.rank;
  const wider = a.one.end - a.one.start - (b.one.end - b.one.start);
  return wider > 0 || (wider === 0 && a.rank < b.rank);
}
