import type { LogHistogram } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useQuestions } from "../data/use-questions.ts";
import { countBars } from "../logs/count-bars.ts";
import { TimeBars, type TimeRange } from "../parts/time-bars.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./logs-drawer.module.css";

interface DrawerBarsProps {
  query: string;
  range: TimeRange | undefined;
  onRange: (range: TimeRange | undefined) => void;
}

export const barCount = 120;

/** The chosen lines over time, by level. A range is chosen by dragging. */
export function DrawerBars({ query, range, onRange }: DrawerBarsProps) {
  const questions = useQuestions();
  const { data } = useQuery(questions.histogram(query, barCount));
  const last = useRef<LogHistogram>(undefined);
  if (data) last.current = data;
  const shown = data ?? last.current;
  // The room is kept while it is asked for: lines must not move.
  if (shown?.from === undefined) return <div className={styles.bars} />;
  return (
    <div className={styles.bars}>
      <TimeBars
        label={logsDrawerTexts.overTime}
        hint={shown.incomplete ? `${logsDrawerTexts.incomplete} ${shown.incomplete}` : logsDrawerTexts.barsHint}
        from={shown.from}
        bucketMs={shown.bucketMs}
        lanes={[{ height: 26, series: countBars(shown) }]}
        range={range}
        onRange={onRange}
      />
    </div>
  );
}
