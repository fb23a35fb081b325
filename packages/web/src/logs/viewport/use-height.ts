import { type RefObject, useLayoutEffect, useState } from "react";

/** The height of an element in px, 0 before it is known. */
export function useHeight(ref: RefObject<HTMLElement | null>): number {
  const [px, setPx] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = () => setPx(element.clientHeight);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return px;
}
