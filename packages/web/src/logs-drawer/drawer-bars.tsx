import { useRef } from "react";
import { countBars } from "../logs/count-bars.ts";
import { TimeBars, type TimeRange } from "../parts/time-bars.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import type { DrawerQuery } from "./drawer-query.ts";
import styles from "./logs-drawer.module.css";
import { useBars } from "./use-bars.ts";

interface DrawerBarsProps {
  query: DrawerQuery;
  range: TimeRange | undefined;
  onRange: (range: TimeRange | undefined) => void;
}

/** The chosen lines over time, by level. A range is chosen by dragging. */
export function DrawerBars({ query, range, onRange }: DrawerBarsProps) {
  const bars = useBars(query);
  const last = useRef(bars);
  if (bars.histogram) last.current = bars;
  const { histogram, of } = last.current;
  // The room is kept while it is asked for: lines must not move.
  if (histogram?.from === undefined) return <div className={styles.bars} />;
  const { incomplete } = histogram;
  return (
    <div className={styles.bars}>
      <TimeBars
        label={logsDrawerTexts.overTime}
        hint={incomplete ? `${logsDrawerTexts.incomplete} ${incomplete}` : logsDrawerTexts.barsHints[of]}
        from={histogram.from}
        bucketMs={histogram.bucketMs}
        lanes={[{ height: 26, series: countBars(histogram) }]}
        range={range}
        onRange={onRange}
      />
    </div>
  );
}
