import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Anchor, clampAnchor, type Measures, moveAnchor } from "./anchor.ts";
import { anchorOfScroll, scrollOf } from "./scroll-scale.ts";

interface AnchorOptions {
  scroller: RefObject<HTMLElement | null>;
  total: number;
  rowPx: number;
  viewportPx: number;
  /** The line to begin at. */
  startAt: number;
}

interface AnchorControl {
  anchor: Anchor;
  /** By real pixels, as wheel and keys ask. */
  moveBy: (px: number) => void;
  /** A line near the top of the viewport, or the last one at its foot. */
  showLine: (line: number) => void;
  /** Told after a row was drawn: the height counts from now on. */
  measured: (line: number, px: number) => void;
}

/** Room above the line that was asked for, in lines of one row, so that it is seen how it came about. */
const rowsAbove = 8;

/** Holds what stands at the top of a viewport of any number of lines, and keeps the scroll bar beside it right. */
export function useAnchor({ scroller, total, rowPx, viewportPx, startAt }: AnchorOptions): AnchorControl {
  const heights = useRef(new Map<number, number>());
  const measures = useRef<Measures>({ total, rowPx, viewportPx, heightOf: () => rowPx });
  measures.current = { total, rowPx, viewportPx, heightOf: (line) => heights.current.get(line) ?? rowPx };
  const [anchor, setAnchor] = useState<Anchor>(() => ({ line: startAt, offsetPx: 0 }));
  /** A scroll that this hook itself made is not the reader's. */
  const made = useRef(-1);

  /** The line that was asked for, until the reader moves: it stays in view when lines turn out taller. */
  const goal = useRef<number>(undefined);

  const moveBy = useCallback((px: number) => {
    goal.current = undefined;
    setAnchor((now) => moveAnchor(now, px, measures.current));
  }, []);
  const showLine = useCallback((line: number) => {
    goal.current = line;
    setAnchor(anchorOfGoal(line, measures.current));
  }, []);

  const measured = useCallback((line: number, px: number) => {
    const before = heights.current.get(line) ?? measures.current.rowPx;
    if (Math.abs(before - px) < 0.5) return;
    heights.current.set(line, px);
    // What is read must stay where it is: a line above that turns out taller moves the anchor, not the lines below it.
    setAnchor((now) => {
      if (goal.current !== undefined) return anchorOfGoal(goal.current, measures.current);
      if (line !== now.line || now.offsetPx === 0) return clampAnchor(now, measures.current);
      return clampAnchor({ line, offsetPx: Math.max(0, now.offsetPx + px - before) }, measures.current);
    });
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || viewportPx === 0) return;
    const top = Math.round(scrollOf(anchor, measures.current));
    if (Math.abs(element.scrollTop - top) < 1) return;
    element.scrollTop = top;
    made.current = element.scrollTop;
  }, [anchor, scroller, viewportPx]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = () => {
      if (Math.abs(element.scrollTop - made.current) < 2) return;
      made.current = -1;
      goal.current = undefined;
      setAnchor(anchorOfScroll(element.scrollTop, measures.current));
    };
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? measures.current.rowPx : 1;
      moveBy(event.deltaY * unit);
    };
    element.addEventListener("scroll", follow, { passive: true });
    // Not passive: the page itself must not scroll by the box's scale, which is not that of the lines.
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      element.removeEventListener("scroll", follow);
      element.removeEventListener("wheel", wheel);
    };
  }, [scroller, moveBy]);

  return { anchor, moveBy, showLine, measured };
}

/** Above a line by real pixels: eight long lines, wrapped on a phone, would push it out of view. */
function anchorOfGoal(line: number, measures: Measures): Anchor {
  return moveAnchor({ line, offsetPx: 0 }, -rowsAbove * measures.rowPx, measures);
}
