import type { LogStreamRef } from "@kubin/schema";
import { type MouseEvent, useCallback, useLayoutEffect, useRef } from "react";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { ScrollRegion } from "../../parts/scroll-region.tsx";
import { logTexts } from "../../texts/logs.ts";
import type { LineRange } from "../line-range.ts";
import { boxHeight } from "./scroll-scale.ts";
import { useAnchor } from "./use-anchor.ts";
import { useHeight } from "./use-height.ts";
import { useLines } from "./use-lines.ts";
import { useViewportKeys } from "./use-viewport-keys.ts";
import styles from "./viewport.module.css";
import { ViewportRow } from "./viewport-row.tsx";

interface StreamViewportProps {
  stream: LogStreamRef;
  total: number;
  /** The line to show, from 0; it is gone to whenever it changes. */
  at: number;
  marked: LineRange | undefined;
  wrap: boolean;
  /** The address of the stream up to the line's number. */
  href: string;
  /** A click on a number; with Shift the range goes on to there. */
  onMark: (line: number, extend: boolean) => void;
}

const rowPx = 20;
const spareRows = 4;

/**
 * The lines of a stream of any length. Only those in view exist; the scroll bar is mapped onto the lines by scale,
 * wheel and keys move by real pixels.
 */
export function StreamViewport({ stream, total, at, marked, wrap, href, onMark }: StreamViewportProps) {
  const scroller = useRef<HTMLElement>(null);
  const viewportPx = useHeight(scroller);
  const { anchor, moveBy, showLine, measured } = useAnchor({ scroller, total, rowPx, viewportPx, startAt: at });
  // Before anything is seen, and not again when the room changes: the reader may be elsewhere by then.
  const hasRoom = viewportPx > 0;
  useLayoutEffect(() => {
    if (hasRoom) showLine(at);
  }, [at, hasRoom, showLine]);
  const onFirst = useCallback(() => showLine(0), [showLine]);
  const onLast = useCallback(() => showLine(total - 1), [showLine, total]);
  useViewportKeys({ scroller, rowPx, viewportPx, moveBy, onFirst, onLast });
  const count = Math.min(total - anchor.line, Math.ceil(viewportPx / rowPx) + spareRows);
  const { lineAt, error, again } = useLines(stream, anchor.line, anchor.line + count);
  const numbers = Array.from({ length: count }, (_, step) => anchor.line + step);
  const click = (event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element) || event.metaKey || event.ctrlKey || !target.closest("a[aria-label]")) return;
    const row = target.closest<HTMLElement>("[data-line]");
    if (!row) return;
    event.preventDefault();
    onMark(Number(row.dataset.line), event.shiftKey);
  };
  if (error !== undefined && numbers.every((number) => lineAt(number) === undefined))
    return <FailureNotice error={error} onAgain={again} />;
  return (
    <ScrollRegion ref={scroller} className={styles.scroller} label={logTexts.linesOf(stream.container)}>
      <div style={{ height: boxHeight({ total, rowPx }) }}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the clicks are those of the links in it */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link is clicked by Enter too */}
        <div className={styles.view} style={{ height: viewportPx }} onClick={click}>
          <div className={styles.rows} data-wrap={wrap} style={{ transform: `translateY(${-anchor.offsetPx}px)` }}>
            {numbers.map((number) => (
              <ViewportRow
                key={number}
                number={number}
                line={lineAt(number)}
                href={href}
                marked={marked !== undefined && number >= marked.first && number <= marked.last}
                wrap={wrap}
                onMeasured={measured}
              />
            ))}
          </div>
        </div>
      </div>
    </ScrollRegion>
  );
}
