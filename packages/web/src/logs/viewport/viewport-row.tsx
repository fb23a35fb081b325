import type { LogLine } from "@kubin/schema";
import { memo, useLayoutEffect, useRef } from "react";
import { logTexts } from "../../texts/logs.ts";
import { LogRow } from "../log-row.tsx";
import styles from "./viewport.module.css";

interface ViewportRowProps {
  number: number;
  line: LogLine | undefined;
  /** The address of the stream; the line's number is put behind it. */
  href: string;
  marked: boolean;
  wrap: boolean;
  onMeasured: (line: number, px: number) => void;
}

/** One line in the viewport. A plain anchor for its number: a router link in each of fifty rows costs a frame. */
export const ViewportRow = memo(function ViewportRow(props: ViewportRowProps) {
  const { number, line, href, marked, wrap, onMeasured } = props;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Unwrapped lines are all of one height.
    if (wrap && line && box.current) onMeasured(number, box.current.getBoundingClientRect().height);
  });
  return (
    <div ref={box} data-line={number}>
      {line ? (
        <LogRow
          line={line}
          number={
            <a href={`${href}${number + 1}`} aria-label={logTexts.toLine(number + 1)}>
              {number + 1}
            </a>
          }
          isHit={marked}
          wrap={wrap}
        />
      ) : (
        <div className={styles.coming} />
      )}
    </div>
  );
});
