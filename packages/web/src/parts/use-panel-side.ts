import { type RefObject, useLayoutEffect, useState } from "react";

interface Room {
  side: "below" | "above";
  heightPx: number;
}

/** Between button and panel, and between panel and the edge of the window. */
const gapPx = 6;
const marginPx = 8;

/**
 * On which side of its button a panel fits into the window, and how high it may be there: near the lower edge it stands
 * above. Measured as it opens, before it is seen, and again with the window.
 */
export function usePanelSide(box: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>, open: boolean) {
  const [room, setRoom] = useState<Room>();
  useLayoutEffect(() => {
    if (!open) return;
    const measure = () => {
      const { top = 0, bottom = 0 } = box.current?.getBoundingClientRect() ?? {};
      const heightPx = panel.current?.scrollHeight ?? 0;
      setRoom(roomFor(heightPx, { above: top, below: window.innerHeight - bottom }));
    };
    measure();
    window.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("resize", measure);
      setRoom(undefined);
    };
  }, [box, panel, open]);
  return room;
}

export function roomFor(heightPx: number, sides: { above: number; below: number }): Room {
  const [above, below] = [sides.above - gapPx - marginPx, sides.below - gapPx - marginPx];
  const side = heightPx > below && above > below ? "above" : "below";
  return { side, heightPx: Math.max(0, side === "above" ? above : below) };
}
