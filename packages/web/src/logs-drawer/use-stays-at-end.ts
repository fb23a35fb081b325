import { type RefObject, useEffect, useRef } from "react";

const moves = ["wheel", "keydown", "pointerdown", "touchstart"] as const;

interface StaysAtEnd {
  scroller: RefObject<HTMLElement | null>;
  enabled: boolean;
  /** Of what is scrolled. */
  heightPx: number;
}

/** Until the reader moves, the end is where one is, whatever comes in above and however high lines turn out to be. */
export function useStaysAtEnd({ scroller, enabled, heightPx }: StaysAtEnd): void {
  const stays = useRef(enabled);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const moved = () => {
      stays.current = false;
    };
    const back = () => {
      if (stays.current) toEnd(box);
    };
    for (const move of moves) box.addEventListener(move, moved, { passive: true });
    box.addEventListener("scroll", back, { passive: true });
    const sizes = new ResizeObserver(back);
    sizes.observe(box);
    for (const part of box.children) sizes.observe(part);
    return () => {
      for (const move of moves) box.removeEventListener(move, moved);
      box.removeEventListener("scroll", back);
      sizes.disconnect();
    };
  }, [scroller]);
  useEffect(() => {
    if (stays.current && scroller.current && heightPx > 0) toEnd(scroller.current);
  }, [scroller, heightPx]);
}

function toEnd(box: HTMLElement): void {
  if (box.scrollHeight - box.clientHeight - box.scrollTop > 1) box.scrollTop = box.scrollHeight;
}
