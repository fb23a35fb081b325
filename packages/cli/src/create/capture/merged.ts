/**
 * What several generators give, in the order in which it comes. At most `concurrency` of them are begun at a time, in
 * their order; each goes on when its last value was taken, so that no more than one value each is waiting.
 */
export async function* merged<T>(sources: Iterable<AsyncGenerator<T>>, concurrency: number): AsyncGenerator<T> {
  const waiting = sources[Symbol.iterator]();
  const active = new Map<AsyncGenerator<T>, Promise<Pulled<T>>>();
  const begin = () => {
    while (active.size < concurrency) {
      const next = waiting.next();
      if (next.done) return;
      active.set(next.value, pull(next.value));
    }
  };
  try {
    for (begin(); active.size > 0; begin()) {
      const { source, result } = await Promise.race(active.values());
      if (result.done) {
        active.delete(source);
        continue;
      }
      yield result.value;
      active.set(source, pull(source));
    }
  } finally {
    await Promise.allSettled([...active.keys()].map((source) => source.return(undefined)));
  }
}

interface Pulled<T> {
  source: AsyncGenerator<T>;
  result: IteratorResult<T>;
}

async function pull<T>(source: AsyncGenerator<T>): Promise<Pulled<T>> {
  return { source, result: await source.next() };
}
