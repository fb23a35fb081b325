import type { LogHistogram, LogStreamRef } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import { TimeBars } from "../parts/time-bars.tsx";
import { logTexts } from "../texts/logs.ts";
import { countBars } from "./count-bars.ts";
import styles from "./log-viewer.module.css";
import { streamQuery } from "./stream-query.ts";

const bars = 120;

/** A stream over time; a click goes to the first line of that time. Nothing where its lines have no time. */
export function StreamBars({ stream, onSeek }: { stream: LogStreamRef; onSeek: (line: number) => void }) {
  const questions = useQuestions();
  const { data } = useQuery(questions.histogram(streamQuery(stream).trim(), bars));
  // The room is kept while it is asked for: lines must not move.
  if (!data) return <div className={styles.bars} />;
  if (data.from === undefined) return null;
  return (
    <div className={styles.bars}>
      <TimeBars
        label={logTexts.overTime}
        hint={logTexts.seekHint}
        from={data.from}
        bucketMs={data.bucketMs}
        lanes={[{ height: 28, series: countBars(data) }]}
        range={undefined}
        onRange={(range) => {
          const line = range && firstLineFrom(data, range.from);
          if (line !== undefined) onSeek(line);
        }}
      />
    </div>
  );
}

/** The first line at or after a time. */
function firstLineFrom({ buckets }: LogHistogram, time: string): number | undefined {
  return buckets.find(({ at }) => Date.parse(at) >= Date.parse(time))?.firstLine;
}
