import type { LogLine, LogStreamRef } from "@kubin/schema";
import { useQueries } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { chunkLines } from "../data/snapshot-queries.ts";
import { useQuestions } from "../data/use-questions.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { ScrollRegion } from "../parts/scroll-region.tsx";
import { countText } from "../plain/count-text.ts";
import { logTexts } from "../texts/logs.ts";
import { LineNumber } from "./line-number.tsx";
import styles from "./log-lines.module.css";
import { LogRow } from "./log-row.tsx";
import { chunksOf, type StreamWindow } from "./stream-window.ts";

interface LogLinesProps {
  stream: LogStreamRef;
  window: StreamWindow;
  total: number;
  /** The line to stand at, from 0, and whether it is marked. */
  anchor: number;
  marked: boolean;
  wrap: boolean;
  onJump: (line: number) => void;
}

const linePx = 20;

/** The lines of a window; only those in view exist, and only their chunks are fetched. */
export function LogLines({ stream, window, total, anchor, marked, wrap, onJump }: LogLinesProps) {
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: window.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => linePx,
    overscan: 20,
    initialOffset: Math.max(0, (anchor - window.first - 8) * linePx),
  });
  const items = virtualizer.getVirtualItems();
  const from = window.first + (items[0]?.index ?? 0);
  const to = window.first + (items.at(-1)?.index ?? 0);
  const questions = useQuestions();
  const chunks = chunksOf({ from, to, chunkSize: chunkLines });
  const answers = useQueries({ queries: chunks.map((chunk) => questions.chunk(stream, chunk)) });
  const lines = new Map<number, LogLine>();
  for (const answer of answers) for (const line of answer.data?.lines ?? []) lines.set(line.line, line);
  const broken = answers.find((answer) => answer.error);

  const at = useMemo(() => anchor - window.first, [anchor, window.first]);
  useEffect(() => {
    virtualizer.scrollToIndex(at, { align: at >= window.count - 1 ? "end" : "center" });
  }, [virtualizer, at, window.count]);

  if (broken && lines.size === 0) return <FailureNotice error={broken.error} onAgain={() => void broken.refetch()} />;
  const after = total - window.first - window.count;
  return (
    <ScrollRegion ref={scroller} className={styles.scroller} label={logTexts.linesOf(stream.container)}>
      {window.first > 0 && (
        <button type="button" className={styles.edge} onClick={() => onJump(window.first)}>
          {logTexts.earlier(countText(window.first))}
        </button>
      )}
      <div className={styles.lines} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const number = window.first + item.index;
          const line = lines.get(number);
          return (
            <div
              key={item.key}
              ref={wrap ? virtualizer.measureElement : undefined}
              data-index={item.index}
              className={wrap ? `${styles.at} ${styles.wrapped}` : styles.at}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {line ? (
                <LogRow
                  line={line}
                  number={<LineNumber stream={stream} line={number} />}
                  isHit={marked && number === anchor}
                  wrap={wrap}
                />
              ) : (
                <div className={styles.coming} />
              )}
            </div>
          );
        })}
      </div>
      {after > 0 && (
        <button type="button" className={styles.edge} onClick={() => onJump(window.first + window.count)}>
          {logTexts.later(countText(after))}
        </button>
      )}
    </ScrollRegion>
  );
}
