import type { HeldPart } from "@kubin/schema";

export interface Bounds {
  parts: number;
  bytes: number;
}

/**
 * Parts on their way from the packer to the store. `put` waits while too much is held, `take` while nothing is there;
 * what was taken counts as held until `release`.
 */
export interface PartQueue {
  put(part: HeldPart): Promise<void>;
  /** Up to `limit` parts; empty once the queue is closed and drained. */
  take(limit: number): Promise<HeldPart[]>;
  release(part: HeldPart): void;
  /** No more parts; with an error, everybody who waits gets it. */
  close(error?: unknown): void;
}

/** An empty queue. One part is let in however large it is. */
export function createPartQueue(bounds: Bounds): PartQueue {
  const waiting: HeldPart[] = [];
  const sleepers = new Set<() => void>();
  const held = { parts: 0, bytes: 0 };
  let closed = false;
  let failure: { error: unknown } | undefined;

  const wakeAll = () => {
    for (const wake of sleepers) wake();
    sleepers.clear();
  };
  const until = async (ready: () => boolean) => {
    while (!ready() && !failure) await new Promise<void>((resolve) => sleepers.add(resolve));
    if (failure) throw failure.error;
  };
  const full = (next: number) => held.parts >= bounds.parts || (held.parts > 0 && held.bytes + next > bounds.bytes);

  return {
    async put(part) {
      await until(() => !full(part.bytes.length));
      held.parts++;
      held.bytes += part.bytes.length;
      waiting.push(part);
      wakeAll();
    },
    async take(limit) {
      await until(() => waiting.length > 0 || closed);
      return waiting.splice(0, limit);
    },
    release(part) {
      held.parts--;
      held.bytes -= part.bytes.length;
      wakeAll();
    },
    close(error) {
      closed = true;
      if (error !== undefined) failure ??= { error };
      wakeAll();
    },
  };
}
