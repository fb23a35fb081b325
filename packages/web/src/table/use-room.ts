import { type RefObject, useLayoutEffect, useState } from "react";

export interface Room {
  /** 0 where it is not known. */
  widthPx: number;
  heightPx: number;
}

/** The room inside of an element, measured before it is first seen and kept up. */
export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => {
      const [widthPx, heightPx] = [measured.clientWidth, measured.clientHeight];
      setRoom((before) =>
        before.widthPx === widthPx && before.heightPx === heightPx ? before : { widthPx, heightPx },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
