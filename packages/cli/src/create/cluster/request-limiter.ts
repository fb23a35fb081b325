/** So many requests are in flight at once at most; what the issue of gentleness allows. */
export const maxInFlight = 8;
/** So many good answers in a row add one more. */
const answersToRise = 16;

export interface RequestLimiter {
  /** Waits for a place; call what it gives when the request is over. Throws what the signal was aborted with. */
  enter(signal: AbortSignal): Promise<() => void>;
  /** The server answered well. */
  good(): void;
  /** The server is under strain: half as many from now on, and none before `waitMs` are over. */
  strained(waitMs: number): void;
  /** How many may be in flight now. */
  limit(): number;
}

/** Additive increase, multiplicative decrease: as TCP finds its share of a line (RFC 5681). */
export function requestLimiter(max = maxInFlight): RequestLimiter {
  let limit = max;
  let inFlight = 0;
  let inRow = 0;
  let notBefore = 0;
  const waiting: (() => void)[] = [];
  let isTimed = false;

  function wake(): void {
    const leftMs = notBefore - Date.now();
    if (leftMs > 0) {
      if (!isTimed) setTimeout(onTime, leftMs);
      isTimed = true;
      return;
    }
    while (inFlight < limit) {
      const next = waiting.shift();
      if (!next) return;
      inFlight++;
      next();
    }
  }
  function onTime(): void {
    isTimed = false;
    wake();
  }
  function leave(): void {
    inFlight--;
    wake();
  }
  return {
    async enter(signal) {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const give = () => {
          signal.removeEventListener("abort", refuse);
          resolve();
        };
        const refuse = () => {
          const at = waiting.indexOf(give);
          if (at >= 0) waiting.splice(at, 1);
          reject(signal.reason);
        };
        signal.addEventListener("abort", refuse, { once: true });
        waiting.push(give);
        wake();
      });
      let left = false;
      return () => {
        if (!left) leave();
        left = true;
      };
    },
    good() {
      inRow++;
      if (inRow < answersToRise || limit >= max) return;
      inRow = 0;
      limit++;
      wake();
    },
    strained(waitMs) {
      inRow = 0;
      limit = Math.max(1, Math.floor(limit / 2));
      notBefore = Math.max(notBefore, Date.now() + waitMs);
    },
    limit: () => limit,
  };
}
