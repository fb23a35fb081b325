import { type RefObject, useEffect, useRef, useState } from "react";
import { useKeys } from "../keys/use-keys.ts";

interface RowKeys<Row> {
  rows: readonly Row[];
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
  onLogs?: (row: Row) => void;
  onYaml?: (row: Row) => void;
}

/** j, k and the arrows move and put the focus on the row's link, so Enter opens it as any link; l and y act on it. */
export function useRowKeys<Row>(opts: RowKeys<Row>): number | undefined {
  const { rows, scroller, scrollTo, onLogs, onYaml } = opts;
  const [active, setActive] = useState<number>();
  const scroll = useRef(scrollTo);
  useEffect(() => {
    scroll.current = scrollTo;
  });
  const last = rows.length - 1;
  // Keys come faster than pages are drawn: each step builds on the one before, drawn or not.
  const move = (by: number) => () =>
    setActive((now) => (last < 0 ? undefined : Math.min(last, Math.max(0, now === undefined ? 0 : now + by))));
  const row = active === undefined ? undefined : rows[active];
  useKeys({
    j: move(1),
    k: move(-1),
    ArrowDown: move(1),
    ArrowUp: move(-1),
    l: row && onLogs ? () => onLogs(row) : undefined,
    y: row && onYaml ? () => onYaml(row) : undefined,
  });
  useEffect(() => {
    if (active === undefined) return;
    scroll.current(active);
    // The row may only exist after the scroll has been drawn.
    const frame = requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"] a`)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [active, scroller]);
  return active;
}
