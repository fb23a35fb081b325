import { isKubinError, isSettled, type Snapshot } from "@kubin/schema";
import type { KubinClient } from "./create-client.ts";

export interface WatchSnapshotOptions {
  client: KubinClient;
  snapshotId: string;
  signal?: AbortSignal | undefined;
  /** How long the subscription may be silent before the snapshot is asked for: longer, the longer nothing changes. */
  silentMs?: number;
  /** Pause between questions once the subscription is gone. */
  pollMs?: number;
  /** The server, or what it needs, may be away for this long (a restart) before the watch gives up. */
  awayMs?: number;
}

/** Times `silentMs`: the longest that a snapshot to which nothing happens is left alone. */
const mostPatience = 8;

/**
 * The snapshot now and after each change, until its state is final. Server-sent events where they come through; a
 * proxy that holds them back, or a server that restarts, costs only pace: then the snapshot is polled.
 * Throws what the server says (NOT_FOUND, …), or UNAVAILABLE when it stays away.
 */
export async function* watchSnapshot(options: WatchSnapshotOptions): AsyncGenerator<Snapshot> {
  const { client, snapshotId, signal, silentMs = 3_000, pollMs = 500, awayMs = 120_000 } = options;
  const news = subscribe(client, snapshotId);
  let patienceMs = silentMs;
  let heardAt = Date.now();
  let told = "";
  try {
    while (!signal?.aborted) {
      const pushed = await news.next(news.broken() ? pollMs : patienceMs, signal);
      if (signal?.aborted) return;
      const snapshot = pushed ?? (await poll({ client, snapshotId, giveUp: Date.now() - heardAt > awayMs }));
      if (!snapshot) continue;
      heardAt = Date.now();
      const text = JSON.stringify(snapshot);
      patienceMs = text === told ? Math.min(2 * patienceMs, mostPatience * silentMs) : silentMs;
      if (text !== told) yield snapshot;
      told = text;
      if (isSettled(snapshot.state)) return;
    }
  } finally {
    news.stop();
  }
}

async function poll(opts: { client: KubinClient; snapshotId: string; giveUp: boolean }): Promise<Snapshot | undefined> {
  try {
    return await opts.client.metadata.get.query({ snapshotId: opts.snapshotId });
  } catch (error) {
    if (isKubinError(error, "UNAVAILABLE") && !opts.giveUp) return undefined;
    throw error;
  }
}

/** Keeps the newest snapshot pushed; `next` waits for one that is not told yet, for `ms` at most. */
function subscribe(client: KubinClient, snapshotId: string) {
  let newest: Snapshot | undefined;
  let broken = false;
  let wake = () => {};
  const end = () => {
    broken = true;
    wake();
  };
  const subscription = client.metadata.watch.subscribe(
    { snapshotId },
    {
      onData: (snapshot) => {
        newest = snapshot;
        wake();
      },
      onError: end,
      onComplete: end,
    },
  );
  return {
    broken: () => broken,
    stop: () => subscription.unsubscribe(),
    async next(ms: number, signal: AbortSignal | undefined): Promise<Snapshot | undefined> {
      if (!newest) await pause(ms, signal);
      const taken = newest;
      newest = undefined;
      return taken;
    },
  };

  function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        wake = () => {};
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener("abort", done);
      if (signal?.aborted) return done();
      // A subscription that just ended must not shorten the pause between polls.
      const wasBroken = broken;
      wake = () => (newest || !wasBroken ? done() : undefined);
    });
  }
}
