import type { CoverageGap } from "@kubin/schema";

/** How many things each kind of gap stands for, most first. */
export function sumByKind(gaps: readonly CoverageGap[]): { kind: CoverageGap["kind"]; count: number }[] {
  const sums = new Map<CoverageGap["kind"], number>();
  for (const gap of gaps) sums.set(gap.kind, (sums.get(gap.kind) ?? 0) + gap.count);
  return [...sums].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
