import { type RefObject, useEffect, useState } from "react";
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
  const move = (by: number) => () => {
    if (rows.length === 0) return;
    const next = Math.min(rows.length - 1, Math.max(0, active === undefined ? 0 : active + by));
    setActive(next);
    scrollTo(next);
  };
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
    // The row may only exist after the scroll has been drawn.
    const frame = requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"] a`)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [active, scroller]);
  return active;
}
