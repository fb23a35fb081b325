import type { LogHistogram } from "@kubin/schema";
import type { BarSeries } from "../parts/bar-series.ts";
import { logTexts } from "../texts/logs.ts";

/** Lines over time as bars: errors, warnings, the rest. */
export function countBars({ from, to, bucketMs, buckets }: LogHistogram): BarSeries[] {
  const fromMs = Date.parse(from ?? "");
  const count = Math.max(1, Math.ceil((Date.parse(to ?? "") - fromMs) / bucketMs) || 1);
  const errors = new Array<number>(count).fill(0);
  const warnings = new Array<number>(count).fill(0);
  const others = new Array<number>(count).fill(0);
  for (const { at, lines, levels } of buckets) {
    const bucket = Math.min(count - 1, Math.floor((Date.parse(at) - fromMs) / bucketMs));
    const bad = (levels.error ?? 0) + (levels.fatal ?? 0);
    errors[bucket] = bad;
    warnings[bucket] = levels.warn ?? 0;
    others[bucket] = lines - bad - (levels.warn ?? 0);
  }
  return [
    { name: logTexts.errors, tone: "red", values: errors },
    { name: logTexts.warnings, tone: "amber", values: warnings },
    { name: logTexts.others, tone: "quiet", values: others },
  ];
}
