/** So much of one answer waits in memory at most; then the connection waits. */
const maxAheadBytes = 4 * 1024 * 1024;

export interface ReadAhead {
  /** Resolves when there is no use in waiting: the end is read, or as much as may wait. Never rejects. */
  ready: Promise<void>;
  /** The bytes, once. Throws what the body threw. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/** Reads on while nobody takes it, so that answers come side by side though they are packed one by one. */
export function readAhead(body: AsyncIterable<Uint8Array>): ReadAhead {
  const queue: Uint8Array[] = [];
  const signal = { changed: () => {}, drained: () => {} };
  let waitingBytes = 0;
  let ended = false;
  let left = false;
  let failure: { error: unknown } | undefined;
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  async function pump(): Promise<void> {
    try {
      for await (const chunk of body) {
        queue.push(chunk);
        waitingBytes += chunk.length;
        signal.changed();
        if (left) return;
        if (waitingBytes >= maxAheadBytes) {
          isReady();
          await new Promise<void>((resolve) => {
            signal.drained = resolve;
          });
        }
      }
    } catch (error) {
      failure = { error };
    } finally {
      ended = true;
      isReady();
      signal.changed();
    }
  }
  void pump();
  return {
    ready,
    async *chunks() {
      try {
        for (;;) {
          const chunk = queue.shift();
          if (chunk) {
            waitingBytes -= chunk.length;
            if (waitingBytes < maxAheadBytes) signal.drained();
            yield chunk;
          } else if (failure) throw failure.error;
          else if (ended) return;
          else
            await new Promise<void>((resolve) => {
              signal.changed = resolve;
            });
        }
      } finally {
        left = true;
        signal.drained();
      }
    },
  };
}
