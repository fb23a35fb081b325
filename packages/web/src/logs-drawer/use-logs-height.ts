import { useCallback, useState } from "react";
import { recall, remember } from "../plain/remember.ts";

const key = "kubin-logs-height";

/** What the drawer needs to be read, and what it leaves to the page. */
export const lowest = 180;
const pageKeeps = 160;

export function highest(): number {
  return Math.max(lowest, window.innerHeight - pageKeeps);
}

function within(wanted: number): number {
  return Math.round(Math.min(highest(), Math.max(lowest, wanted)));
}

/** The height of the logs, in this browser: the reader's, or 42 % of the window. */
export function useLogsHeight(): [number, (height: number) => void] {
  const [height, setHeight] = useState(() => {
    const kept = Number(recall(key));
    return within(kept >= lowest && kept <= 10_000 ? kept : window.innerHeight * 0.42);
  });
  const change = useCallback((wanted: number) => {
    const fitting = within(wanted);
    setHeight(fitting);
    remember(key, String(fitting));
  }, []);
  return [height, change];
}
