export interface Waiter {
  /** Ends the current waits; with none, the next one ends at once: a wake-up between two waits is not lost. */
  wake(): void;
  /** Ends after `ms`, on `wake`, or when `signal` aborts. Never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Lets loops sleep until there is something to do. */
export function openWaiter(): Waiter {
  const sleepers = new Set<() => void>();
  let isWoken = false;
  return {
    wake() {
      isWoken = sleepers.size === 0;
      for (const end of [...sleepers]) end();
    },
    wait(ms, signal) {
      if (isWoken || signal.aborted) {
        isWoken = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          signal.removeEventListener("abort", end);
          sleepers.delete(end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        signal.addEventListener("abort", end, { once: true });
        sleepers.add(end);
      });
    },
  };
}
