import { useRef } from "react";
import { countBars } from "../logs/count-bars.ts";
import { TimeBars } from "../parts/time-bars.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import type { DrawerQuery } from "./drawer-query.ts";
import type { LogRange } from "./log-range.ts";
import styles from "./logs-drawer.module.css";
import { useBars } from "./use-bars.ts";

interface DrawerBarsProps {
  query: DrawerQuery;
  range: LogRange | undefined;
  onRange: (range: LogRange | undefined) => void;
}

/** The chosen lines over time, by level. A range is chosen by dragging. */
export function DrawerBars({ query, range, onRange }: DrawerBarsProps) {
  const bars = useBars(query);
  const last = useRef(bars);
  if (bars.histogram) last.current = bars;
  const { histogram, of } = last.current;
  // The room is kept while it is asked for: lines must not move.
  if (histogram?.from === undefined) return <div className={styles.bars} />;
  const { incomplete, from, bucketMs, buckets } = histogram;
  // On the axis an open end is where the axis ends.
  const end = histogram.to ?? new Date(Date.parse(from) + buckets.length * bucketMs).toISOString();
  return (
    <div className={styles.bars}>
      <TimeBars
        label={logsDrawerTexts.overTime}
        hint={incomplete ? `${logsDrawerTexts.incomplete} ${incomplete}` : logsDrawerTexts.barsHints[of]}
        from={from}
        bucketMs={bucketMs}
        lanes={[{ height: 26, series: countBars(histogram) }]}
        range={range && { from: range.from ?? from, to: range.to ?? end }}
        onRange={onRange}
      />
    </div>
  );
}
