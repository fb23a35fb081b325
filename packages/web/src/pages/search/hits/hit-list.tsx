import type { LogLine } from "@kubin/schema";
import { useMediaQuery } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type ReactNode, useCallback, useEffect, useRef } from "react";
import { lineKey } from "../../../logs-drawer/fold-lines.ts";
import { useToggled } from "../../../logs-drawer/use-toggled.ts";
import { ScrollRegion } from "../../../parts/scroll-region.tsx";
import { useActiveRow } from "../../../table/use-active-row.ts";
import { logTexts } from "../../../texts/logs.ts";
import { Hit } from "./hit.tsx";
import { HitHead } from "./hit-head.tsx";
import styles from "./hits.module.css";
import { useHitKeys } from "./use-hit-keys.ts";

interface HitListProps {
  lines: readonly LogLine[];
  columns: readonly string[];
  /** They are of another query, until the answer to this one is there. */
  stale: boolean;
  /** Fetches more of them; undefined where there is nothing more to fetch now. */
  more: (() => void) | undefined;
  /** Below the last line. */
  end: ReactNode;
}

const rowPx = 24;
const phoneRowPx = 62;
const headPx = 25;
const endPx = 56;
/** More lines are fetched when so many rows are left before the end. */
const ahead = 60;
const columnPx = 116;
const fixedPx = 640;

/** Lines that match, however many: only those in view exist. */
export function HitList({ lines, columns, stale, more, end }: HitListProps) {
  const scroller = useRef<HTMLElement>(null);
  const [opened, toggle] = useToggled();
  const phone = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false }) ?? false;
  const topPx = phone ? 0 : headPx;
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone ? phoneRowPx : rowPx),
    getItemKey: (index) => keyAt(lines, index),
    overscan: 12,
    paddingStart: topPx,
    paddingEnd: endPx,
    scrollPaddingStart: topPx,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const wanted = more !== undefined && last > lines.length - 1 - ahead;
  useEffect(() => {
    if (wanted) more();
  }, [wanted, more]);
  const scrollTo = useCallback((index: number) => virtualizer.scrollToIndex(index, { align: "auto" }), [virtualizer]);
  const active = useActiveRow({ rows: lines, rowKey: lineKey, scroller, scrollTo, focuses: "[data-row]" });
  const inView = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / rowPx));
  useHitKeys({ lines, active, inView, onToggle: toggle });
  const style: CSSProperties & Record<`--${string}`, string> = {
    "--kubin-hit-tracks": ["20ch 5ch minmax(120px, 17vw)", ...columns.map(() => "minmax(8ch, 16ch)")].join(" "),
    height: virtualizer.getTotalSize(),
  };
  if (!phone) style.minWidth = fixedPx + columns.length * columnPx;
  return (
    <ScrollRegion ref={scroller} className={styles.hits} label={logTexts.hits} remembered="hits">
      <div className={styles.lines} data-stale={stale} aria-busy={stale} style={style}>
        {!phone && <HitHead columns={columns} />}
        <ol>
          {items.map(({ key, index, start }) => {
            const line = lines[index];
            return (
              line && (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className={styles.hit}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <Hit
                    line={line}
                    index={index}
                    columns={columns}
                    open={opened.has(lineKey(line))}
                    active={active.index === index}
                    onToggle={toggle}
                    onChoose={active.choose}
                  />
                </li>
              )
            );
          })}
        </ol>
        <div className={styles.end}>{end}</div>
      </div>
    </ScrollRegion>
  );
}

function keyAt(lines: readonly LogLine[], index: number): string | number {
  const line = lines[index];
  return line ? lineKey(line) : index;
}
