/** Passes values from one reader to another, one at a time. */
export interface HandOver<T> {
  /** Resolves when the value was taken, or when nobody will take any more. */
  give(value: T): Promise<void>;
  /** There is no further one, or there is this error instead. */
  end(failure?: { error: unknown }): void;
  /** To be read once. */
  values(): AsyncGenerator<T>;
  /** Nobody takes any more, which does not stop the giver. */
  leave(): void;
}

export function handOver<T>(): HandOver<T> {
  let waiting: { value: T; taken: () => void } | undefined;
  let ended: { failure: { error: unknown } | undefined } | undefined;
  let left = false;
  let changed = () => {};
  const leave = () => {
    left = true;
    waiting?.taken();
    waiting = undefined;
  };
  return {
    leave,
    async give(value) {
      if (left) return;
      await new Promise<void>((resolve) => {
        waiting = { value, taken: resolve };
        changed();
      });
    },
    end(failure) {
      ended = { failure };
      changed();
    },
    async *values() {
      try {
        for (;;) {
          if (waiting) {
            const { value, taken } = waiting;
            waiting = undefined;
            // Before it is handed on: the giver may make the next one meanwhile.
            taken();
            yield value;
          } else if (ended) {
            if (ended.failure) throw ended.failure.error;
            return;
          } else {
            await new Promise<void>((resolve) => {
              changed = resolve;
            });
          }
        }
      } finally {
        leave();
      }
    },
  };
}
