import { type RefObject, useEffect } from "react";

interface ViewportKeys {
  scroller: RefObject<HTMLElement | null>;
  rowPx: number;
  viewportPx: number;
  moveBy: (px: number) => void;
  onFirst: () => void;
  onLast: () => void;
}

/** Arrows, pages, ends, and g and G as in less, while the viewport has the focus. */
export function useViewportKeys({ scroller, rowPx, viewportPx, moveBy, onFirst, onLast }: ViewportKeys): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const pagePx = Math.max(rowPx, viewportPx - 2 * rowPx);
    const press = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === " " && target instanceof Element && target.closest("button, a")) return;
      const px = distanceOf(key, { rowPx, pagePx });
      if (px !== undefined) moveBy(px);
      else if (key === "Home" || key === "g") onFirst();
      else if (key === "End" || key === "G") onLast();
      else return;
      event.preventDefault();
    };
    element.addEventListener("keydown", press);
    return () => element.removeEventListener("keydown", press);
  }, [scroller, rowPx, viewportPx, moveBy, onFirst, onLast]);
}

function distanceOf(key: string, { rowPx, pagePx }: { rowPx: number; pagePx: number }): number | undefined {
  if (key === "ArrowDown" || key === "j") return rowPx;
  if (key === "ArrowUp" || key === "k") return -rowPx;
  if (key === "PageDown" || key === " ") return pagePx;
  return key === "PageUp" ? -pagePx : undefined;
}
