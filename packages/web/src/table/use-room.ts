import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export interface Room {
  /** 0 where it is not known. */
  widthPx: number;
  heightPx: number;
}

/**
 * The room inside of an element, kept up; undefined until it was measured, which is before anything is seen. Draw what
 * depends on it only then: measuring makes the browser lay out all that is there. `onRoom` hears of it in the same step.
 */
export function useRoom(element: RefObject<HTMLElement | null>, onRoom?: (room: Room) => void): Room | undefined {
  const [room, setRoom] = useState<Room>();
  const told = useRef(onRoom);
  useLayoutEffect(() => {
    told.current = onRoom;
  });
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    let last: Room | undefined;
    const measure = () => {
      const now = { widthPx: measured.clientWidth, heightPx: measured.clientHeight };
      if (last?.widthPx === now.widthPx && last.heightPx === now.heightPx) return;
      last = now;
      setRoom(now);
      told.current?.(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
