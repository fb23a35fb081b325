import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/**
 * Moves the focus into the drawer when asked to, once it is there: what was chosen in the palette is shown in it. The
 * drawer is there as soon as something is open in it.
 */
export function useDrawerFocus(isOpen: boolean): { drawer: RefObject<HTMLElement | null>; focusDrawer: () => void } {
  const drawer = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || !isOpen) return;
    drawer.current?.focus({ preventScroll: true });
    setWanted(false);
  }, [wanted, isOpen]);
  return { drawer, focusDrawer: useCallback(() => setWanted(true), []) };
}
