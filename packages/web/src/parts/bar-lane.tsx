import { memo } from "react";
import type { BarSeries } from "./bar-series.ts";
import styles from "./time-bars.module.css";

interface BarLaneProps {
  height: number;
  series: readonly BarSeries[];
  count: number;
}

/** Even one of many is seen. */
const leastPx = 2;
const slot = 10;

/** Stacked bars, the highest as high as the lane. A path for each kind, so that hundreds of bars cost little. */
export const BarLane = memo(function BarLane({ height, series, count }: BarLaneProps) {
  const sums = Array.from({ length: count }, (_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(1, ...sums);
  const base = new Array<number>(count).fill(height);
  return (
    <svg
      className={styles.lane}
      viewBox={`0 0 ${count * slot} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden
    >
      {series.map(({ name, tone, values }) => {
        let path = "";
        for (let at = 0; at < count; at++) {
          const value = values[at] ?? 0;
          if (value <= 0) continue;
          const bottom = base[at] ?? height;
          const tall = Math.min(bottom, Math.max(leastPx, (value / most) * (height - 1)));
          path += `M${at * slot + 1} ${bottom.toFixed(1)}v${(-tall).toFixed(1)}h${slot - 2}v${tall.toFixed(1)}z`;
          base[at] = bottom - tall;
        }
        return <path key={name} data-tone={tone} d={path} />;
      })}
    </svg>
  );
});
