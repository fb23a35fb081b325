import { useCallback, useState } from "react";

const key = "kubin-drawer-width";

/** As in the style sheet: what the drawer needs to be read, and what it leaves to the page. */
export const narrowest = 440;
const pageKeeps = 560;

export function widest(): number {
  return Math.max(narrowest, window.innerWidth - pageKeeps);
}

/** The width that nobody chose, as in the style sheet. */
export function usualWidth(): number {
  return within(window.innerWidth * 0.46);
}

function within(wanted: number): number {
  return Math.round(Math.min(widest(), Math.max(narrowest, wanted)));
}

/** The width that the reader gave the drawer, kept in this browser; undefined until then. */
export function useDrawerWidth(): [number | undefined, (width: number) => void] {
  const [width, setWidth] = useState(remembered);
  const change = useCallback((wanted: number) => {
    const fitting = within(wanted);
    setWidth(fitting);
    remember(fitting);
  }, []);
  return [width, change];
}

function remembered(): number | undefined {
  try {
    const width = Number(window.localStorage.getItem(key));
    return width >= narrowest && width <= 10_000 ? width : undefined;
  } catch {
    return undefined;
  }
}

function remember(width: number): void {
  try {
    window.localStorage.setItem(key, String(width));
  } catch {
    // A browser that keeps nothing: the width holds until the page is left.
  }
}
