/** Work that goes on side by side, at most `limit` at once. After a failure nothing more is started. */
export interface BoundedWork {
  /** Waits for room, then starts; false, and nothing is started, once something failed. */
  start(work: () => Promise<void>): Promise<boolean>;
  /** Waits for all that was started; throws the first failure at once. */
  finish(): Promise<void>;
}

export function boundedWork(limit: number): BoundedWork {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    async start(work) {
      while (running.size >= limit && failures.length === 0) await Promise.race(running);
      if (failures.length > 0) return false;
      const one = work()
        .catch((error: unknown) => void failures.push(error))
        .then(() => void running.delete(one));
      running.add(one);
      return true;
    },
    async finish() {
      while (running.size > 0 && failures.length === 0) await Promise.race(running);
      if (failures.length > 0) throw failures[0];
    },
  };
}
