import type { Log } from "@kubin/core";

/** What takes longer to close is left to the end of the process. */
const closeWithinMs = 15_000;

export interface Closing {
  add(name: string, close: () => Promise<unknown>): void;
  /** Closes what was added, the last first. Never throws, ends in bounded time; idempotent. */
  close(): Promise<void>;
}

/** Remembers what must be closed, also when opening stops half way. */
export function openClosing(log: Log): Closing {
  const closers: { name: string; close: () => Promise<unknown> }[] = [];
  let closed: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const { name, close } of closers.toReversed()) {
      const failure = await settled(close);
      if (failure !== undefined) log.warn({ reason: failure }, `the ${name} did not close cleanly`);
    }
  };
  return {
    add: (name, close) => void closers.push({ name, close }),
    close: () => {
      closed ??= closeAll();
      return closed;
    },
  };
}

/** Why `close` did not end well or in time; undefined when it did. */
async function settled(close: () => Promise<unknown>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`not within ${closeWithinMs} ms`), closeWithinMs);
  });
  const done = close().then(
    () => undefined,
    (error: unknown) => String(error),
  );
  const outcome = await Promise.race([done, late]);
  clearTimeout(timer);
  return outcome;
}
