import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../../data/use-questions.ts";
import { countBars } from "../../../logs/count-bars.ts";
import type { LogRange } from "../../../logs-drawer/log-range.ts";
import { TimeBars } from "../../../parts/time-bars.tsx";
import { useTimelineHint } from "../../../parts/use-timeline-hint.ts";
import { logTexts } from "../../../texts/logs.ts";
import styles from "./search-bars.module.css";

const barCount = 120;

interface SearchBarsProps {
  query: string;
  onRange: (range: LogRange | undefined) => void;
}

/** The lines that match over time, by level. Dragging asks for a span of it alone. */
export function SearchBars({ query, onRange }: SearchBarsProps) {
  const questions = useQuestions();
  const hint = useTimelineHint();
  const { data, isPlaceholderData } = useQuery({
    ...questions.histogram(query, barCount),
    placeholderData: keepPreviousData,
  });
  // The room is kept while it is asked for: lines must not move.
  if (!data) return <div className={styles.bars} />;
  if (data.from === undefined) return <p className={styles.none}>{logTexts.noneTimed}</p>;
  return (
    <div className={styles.bars} data-stale={isPlaceholderData}>
      <TimeBars
        label={logTexts.overTime}
        hint={data.incomplete ? `${logTexts.incomplete} ${data.incomplete}` : hint}
        from={data.from}
        bucketMs={data.bucketMs}
        lanes={[{ height: 44, series: countBars(data) }]}
        range={undefined}
        onRange={onRange}
      />
    </div>
  );
}
