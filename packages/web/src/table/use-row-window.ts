import { type RefObject, startTransition, useCallback, useEffect, useLayoutEffect, useState } from "react";

interface RowWindowOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  rowPx: number;
  /** Height of the head that stays above the rows. */
  headPx: number;
  roomPx: number;
  beginsAnew: string;
}

/** Rows beyond the edges of the view, and the step in which the window moves, so that not each scrolled px draws. */
const mostSpare = 8;
const step = 4;
/** The first picture has only what is seen; the rows beyond it follow once it stands. */
const spareAfterMs = 200;
/** Where the height is not known. */
const unknownRoomPx = 800;

/** Which rows are in view: all have one height, so it is arithmetic, also for tens of thousands. */
export function useRowWindow(opts: RowWindowOptions) {
  const { scroller, count, rowPx, headPx, beginsAnew } = opts;
  const roomPx = opts.roomPx || unknownRoomPx;
  const [top, setTop] = useState(0);
  const [spare, setSpare] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSpare(mostSpare)), spareAfterMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const seen = () => setTop(Math.floor(element.scrollTop / rowPx / step) * step);
    seen();
    element.addEventListener("scroll", seen, { passive: true });
    return () => element.removeEventListener("scroll", seen);
  }, [scroller, rowPx]);
  useLayoutEffect(() => {
    // Another order or filter: its first rows are the answer.
    if (beginsAnew !== undefined && scroller.current) scroller.current.scrollTop = 0;
  }, [scroller, beginsAnew]);
  const inView = Math.ceil(roomPx / rowPx);
  // Fewer rows than before: the browser scrolls back only after they were drawn.
  const first = Math.min(top, Math.max(0, count - inView));
  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const topPx = index * rowPx;
      const bottomPx = topPx + rowPx + headPx - roomPx;
      if (topPx < element.scrollTop) element.scrollTop = topPx;
      else if (bottomPx > element.scrollTop) element.scrollTop = bottomPx;
    },
    [scroller, rowPx, headPx, roomPx],
  );
  return { from: Math.max(0, first - spare), to: Math.min(count, first + inView + step + spare), inView, scrollTo };
}
