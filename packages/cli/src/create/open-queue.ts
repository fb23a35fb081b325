/** Values on their way from one who does not wait to one who does. */
export interface Queue<T> {
  put(value: T): void;
  /** There is no further one, or there is this error behind them. */
  end(failure?: { error: unknown }): void;
  /** To be read once. */
  values(): AsyncGenerator<T>;
}

export function openQueue<T>(): Queue<T> {
  const waiting: T[] = [];
  let ended: { failure: { error: unknown } | undefined } | undefined;
  let changed = () => {};
  return {
    put(value) {
      waiting.push(value);
      changed();
    },
    end(failure) {
      ended ??= { failure };
      changed();
    },
    async *values() {
      for (;;) {
        const next = waiting.shift();
        if (next !== undefined) yield next;
        else if (ended?.failure) throw ended.failure.error;
        else if (ended) return;
        else {
          await new Promise<void>((resolve) => {
            changed = resolve;
          });
        }
      }
    },
  };
}
