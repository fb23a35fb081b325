import { createContext, type ReactNode, use, useLayoutEffect, useState } from "react";
import styles from "./settle.module.css";
import { useLater } from "./use-later.ts";
import { Waiting } from "./waiting.tsx";

/** Longer than that nobody looks at an empty page for the sake of what may still move. */
const longestMs = 1_000;

type Wait = () => () => void;

const SettleContext = createContext<Wait | undefined>(undefined);

/** Shows what is inside once all of it has come that `useSettled` waits for, so that nothing moves under one's eyes. */
export function Settle({ children }: { children: ReactNode }) {
  const [waits, setWaits] = useState(0);
  const late = useLater(longestMs);
  const [wait] = useState<Wait>(() => () => {
    setWaits((count) => count + 1);
    return () => setWaits((count) => count - 1);
  });
  const hidden = waits > 0 && !late;
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
