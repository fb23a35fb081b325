import type { LogLine } from "@kubin/schema";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useEffect, useMemo, useRef } from "react";
import { ScrollRegion } from "../parts/scroll-region.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { foldLines, lineKey } from "./fold-lines.ts";
import { LaneHeads } from "./lane-heads.tsx";
import styles from "./merged-lines.module.css";
import { MergedRow, type RowWhere } from "./merged-row.tsx";
import { rowsOf } from "./rows-of.ts";
import type { MergedLines as Lines } from "./use-merged-lines.ts";
import { useStaysAtEnd } from "./use-stays-at-end.ts";
import { useStreamHref } from "./use-stream-href.ts";
import { useToggled } from "./use-toggled.ts";

interface MergedLinesProps {
  lines: readonly LogLine[];
  merged: Lines;
  from: "last" | "first";
  fold: boolean;
  wrap: boolean;
  whereOf: (line: LogLine) => RowWhere;
  /** Letters of the longest short name. */
  podWidth: number;
  /** What stands above each of two columns. */
  laneNames: readonly string[];
  /** What is said of a column without a line. */
  noneText: string;
}

const rowPx = 20;
/** What says that there is nothing before or behind. */
const edgePx = 24;
/** More lines are fetched when so many rows are left before the end. */
const ahead = 40;

/** Lines of many streams on one axis of time. Only those in view exist; earlier ones come in without a jump. */
export function MergedLines({
  lines,
  merged,
  from,
  fold,
  wrap,
  whereOf,
  podWidth,
  laneNames,
  noneText,
}: MergedLinesProps) {
  const scroller = useRef<HTMLElement>(null);
  const [unfolded, onFold] = useToggled();
  const [opened, onOpen] = useToggled();
  const blocks = useMemo(
    () => (fold ? foldLines(lines, from) : lines.map((line) => ({ key: lineKey(line), line, more: [] }))),
    [lines, fold, from],
  );
  const rows = useMemo(() => rowsOf(blocks, unfolded), [blocks, unfolded]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 15,
    paddingStart: edgePx,
    paddingEnd: edgePx,
    anchorTo: from === "last" ? "end" : "start",
  });
  const heightPx = virtualizer.getTotalSize();
  useStaysAtEnd({ scroller, enabled: from === "last", heightPx });
  const items = virtualizer.getVirtualItems();
  const top = items[0]?.index ?? 0;
  const bottom = items.at(-1)?.index ?? 0;
  const { hasOlder, hasNewer, busy, more } = merged;
  const wanted = !busy && ((hasOlder && top < ahead) || (hasNewer && bottom > rows.length - 1 - ahead));
  useEffect(() => {
    if (wanted) more();
  }, [wanted, more]);
  const hrefOf = useStreamHref();
  const filled = useMemo(() => new Set(lines.map((line) => whereOf(line).lane)), [lines, whereOf]);
  const withDay = dayOf(lines[0]) !== dayOf(lines.at(-1));
  const style: CSSProperties & Record<`--${string}`, string> = { "--kubin-logs-pod": `${podWidth + 2}ch` };
  return (
    <>
      {laneNames.length > 0 && (
        <LaneHeads names={laneNames} filled={filled} none={hasOlder || hasNewer ? logsDrawerTexts.noneYet : noneText} />
      )}
      <ScrollRegion ref={scroller} className={styles.scroller} label={logsDrawerTexts.linesRegion}>
        <div className={styles.lines} data-lanes={laneNames.length > 0} style={{ ...style, height: heightPx }}>
          <div className={styles.edge}>{hasOlder ? logsDrawerTexts.loadingOlder : logsDrawerTexts.begin}</div>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                data-wrap={wrap}
                className={styles.at}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <MergedRow
                  {...row}
                  where={whereOf(row.line)}
                  wrap={wrap}
                  withDay={withDay}
                  open={opened.has(row.id)}
                  href={hrefOf(row.line)}
                  onOpen={onOpen}
                  onFold={onFold}
                />
              </div>
            );
          })}
          <div className={styles.edge} data-end>
            {hasNewer ? logsDrawerTexts.loadingNewer : logsDrawerTexts.end}
          </div>
        </div>
      </ScrollRegion>
    </>
  );
}

function dayOf(line: LogLine | undefined): string {
  return line?.at?.slice(0, 10) ?? "";
}
