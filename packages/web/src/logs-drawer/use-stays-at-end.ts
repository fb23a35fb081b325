import { type RefObject, useEffect, useRef } from "react";

const moves = ["wheel", "keydown", "pointerdown", "touchstart"] as const;

/** True until the reader moves in what scrolls. */
export function useStaysAtEnd(scroller: RefObject<HTMLElement | null>): RefObject<boolean> {
  const stays = useRef(true);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const moved = () => {
      stays.current = false;
    };
    for (const move of moves) box.addEventListener(move, moved, { passive: true });
    return () => {
      for (const move of moves) box.removeEventListener(move, moved);
    };
  }, [scroller]);
  return stays;
}
