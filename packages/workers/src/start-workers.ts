import { type Ctx, eraseContent, indexNextParts, recordStoredObject, relayOutbox, sweep } from "@kubin/core";
import { repeat } from "./repeat.ts";
import { openWaiter } from "./waiter.ts";

export interface Workers {
  /** Lets what is under way finish, hands back what does not within the grace, and ends within 30 s. Idempotent. */
  stop(): Promise<void>;
}

/** A wake-up that was lost costs an idle index loop at most this. */
const idleMs = 2000;
/** How long an event waits for its relay at most. */
const relayEveryMs = 200;
/** How long parts under way may take after `stop` before they are handed back: many times what most take. */
const finishGraceMs = 12_000;
/** How long handing back may take. With the grace and the 5 s that the bus may take to close, less than 30 s. */
const handBackMs = 8_000;

/**
 * Starts the background work of one process: `concurrency` loops that index stored parts, a sweep at once and then every
 * `sweepEveryMs`, the relay of the outbox, and the handlers of the bus. Nothing of it ends the process: failures are
 * logged, and while an engine is away each loop backs off. `ctx.signal` hands work back at once.
 */
export function startWorkers(opts: { ctx: Ctx; worker: string; concurrency: number; sweepEveryMs: number }): Workers {
  const { worker, concurrency, sweepEveryMs } = opts;
  const stopping = new AbortController();
  const handBack = new AbortController();
  const ctx: Ctx = {
    ...opts.ctx,
    actor: { kind: "system" },
    signal: AbortSignal.any([opts.ctx.signal, handBack.signal]),
  };
  const signal = AbortSignal.any([opts.ctx.signal, stopping.signal]);
  const partsReady = openWaiter();
  const outboxFilled = openWaiter();

  // Handlers still under way when the workers stop are waited for: the ports close right after.
  const handling = new Set<Promise<void>>();
  const handle = async (work: Promise<void>): Promise<void> => {
    handling.add(work);
    try {
      await work;
    } finally {
      handling.delete(work);
    }
  };
  const unsubscribe = [
    ctx.ports.bus.take({
      "object.stored": async ({ key, size }) => {
        await handle(recordStoredObject({ ctx, input: { key, size } }));
        outboxFilled.wake();
      },
      "snapshot.deleted": ({ snapshotId }) => handle(eraseContent({ ctx, input: { snapshotId } })),
    }),
    ctx.ports.bus.subscribe(["parts.ready"], () => partsReady.wake()),
  ];
  const loop = { log: ctx.log, signal };
  const loops = Array.from({ length: concurrency }, (_, index) =>
    repeat({
      ...loop,
      name: "index",
      waiter: partsReady,
      work: async () => {
        const taken = await indexNextParts({ ctx, input: { worker: `${worker}/${index}`, limit: 1 } });
        outboxFilled.wake();
        return taken > 0 ? 0 : idleMs;
      },
    }),
  );
  const sweeps = repeat({
    ...loop,
    name: "sweep",
    waiter: openWaiter(),
    work: async () => {
      await sweep({ ctx });
      return sweepEveryMs;
    },
  });
  const relay = repeat({
    ...loop,
    name: "relay",
    waiter: outboxFilled,
    work: async () => {
      await relayOutbox({ ctx });
      return relayEveryMs;
    },
  });

  const ended = Promise.all([...loops, sweeps, relay]);
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    for (const end of unsubscribe) end();
    stopping.abort();
    const all = Promise.allSettled([ended, ...handling]);
    if (await endsWithin(all, finishGraceMs)) return;
    handBack.abort();
    if (!(await endsWithin(all, handBackMs))) ctx.log.warn({}, "work is still under way; its leases will run out");
  };
  return {
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
