import { createContext, type ReactNode, use, useEffect, useLayoutEffect, useState } from "react";
import styles from "./settle.module.css";
import { useLater } from "./use-later.ts";
import { Waiting } from "./waiting.tsx";

/** Longer than that nobody looks at an empty page for the sake of what may still move. */
const longestMs = 1_000;

type Wait = () => () => void;

const SettleContext = createContext<Wait | undefined>(undefined);

/**
 * Shows what is inside once all of it has come that `useSettled` waits for, so that nothing moves under one's eyes. What
 * was seen once is not hidden again: a part that begins to wait later would take what is being clicked away.
 */
export function Settle({ children }: { children: ReactNode }) {
  const [waits, setWaits] = useState(0);
  const late = useLater(longestMs);
  const [wait] = useState<Wait>(() => () => {
    setWaits((count) => count + 1);
    return () => setWaits((count) => count - 1);
  });
  const [seen, setSeen] = useState(false);
  const hidden = waits > 0 && !late && !seen;
  useEffect(() => {
    if (hidden) return;
    // Parts begin to wait after the first rendering and before it is painted.
    const frame = requestAnimationFrame(() => setSeen(true));
    return () => cancelAnimationFrame(frame);
  }, [hidden]);
  return (
    <SettleContext value={wait}>
      <div className={styles.settle} aria-busy={hidden}>
        <div data-hidden={hidden}>{children}</div>
        {hidden && <Waiting />}
      </div>
    </SettleContext>
  );
}

/** Keeps the surrounding `Settle` hidden for as long as this waits. */
export function useSettled(waiting: boolean): void {
  const wait = use(SettleContext);
  useLayoutEffect(() => (waiting && wait ? wait() : undefined), [waiting, wait]);
}
