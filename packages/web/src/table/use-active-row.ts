import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";

interface ActiveRowOptions<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
  openedKey?: string | undefined;
  onRest?: ((row: Row) => void) | undefined;
  /** What of a row takes the focus. */
  focuses?: string;
}

export interface ActiveRow {
  index: number | undefined;
  /** To the row that many rows away; from the top, or from the row that is open, where none is active. */
  move: (by: number) => void;
  moveTo: (index: number) => void;
  /** The row was pointed at. */
  choose: (index: number) => void;
}

interface Place {
  index: number;
  key: string;
  byKey: boolean;
}

/** Keys rest when none came for so long. */
const restMs = 160;

/** The row that the keyboard is on. It stays on its object when rows come, go or change their order. */
export function useActiveRow<Row>(opts: ActiveRowOptions<Row>): ActiveRow {
  const { rows, scroller, openedKey, focuses = "a" } = opts;
  const current = useRef(opts);
  useEffect(() => {
    current.current = opts;
  });
  const [place, setPlace] = useState<Place>();
  const { rowKey } = opts;
  const index = useMemo(() => indexOf(rows, place, rowKey), [rows, place, rowKey]);
  const put = useCallback((target: (now: number | undefined) => number, byKey: boolean) => {
    // Keys come faster than pages are drawn: each step builds on the one before, drawn or not.
    setPlace((before) => {
      const now = current.current;
      const at = Math.min(now.rows.length - 1, Math.max(0, target(indexOf(now.rows, before, now.rowKey))));
      const row = now.rows[at];
      return row === undefined ? undefined : { index: at, key: now.rowKey(row), byKey };
    });
  }, []);
  const move = (by: number) =>
    put((from) => {
      if (from !== undefined) return from + by;
      const opened = openedKey === undefined ? -1 : rows.findIndex((row) => rowKey(row) === openedKey);
      return opened < 0 ? 0 : opened + by;
    }, true);
  useEffect(() => {
    if (!place) return;
    if (place.byKey) current.current.scrollTo(place.index);
    // The row may only exist after the scroll has been drawn.
    const frame = requestAnimationFrame(() => {
      const row = scroller.current?.querySelector(`[data-index="${place.index}"]`);
      row?.querySelector<HTMLElement>(focuses)?.focus({ preventScroll: true });
    });
    const timer = setTimeout(() => {
      const row = place.byKey ? current.current.rows[place.index] : undefined;
      if (row !== undefined && place.key !== current.current.openedKey) current.current.onRest?.(row);
    }, restMs);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [place, scroller, focuses]);
  const choose = useCallback((at: number) => put(() => at, false), [put]);
  const moveTo = useCallback((at: number) => put(() => at, true), [put]);
  return { index, move, moveTo, choose };
}

function indexOf<Row>(
  rows: readonly Row[],
  place: Place | undefined,
  rowKey: (row: Row) => string,
): number | undefined {
  if (!place) return undefined;
  const there = rows[place.index];
  if (there !== undefined && rowKey(there) === place.key) return place.index;
  const found = rows.findIndex((row) => rowKey(row) === place.key);
  return found < 0 ? undefined : found;
}
