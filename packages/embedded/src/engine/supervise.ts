import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "@kubin/core";
import { KubinError } from "@kubin/schema";

const firstDelayMs = 50;
const longestDelayMs = 5_000;
/** An engine that lived this long was healthy: the next crash starts the back-off anew. */
const healthyAfterMs = 5_000;

/** One life of an engine. `exited` settles with the reason in words, however it ended. */
export interface EngineLife {
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface SupervisedEngine {
  isUp(): boolean;
  /** Throws UNAVAILABLE while the engine is being restarted. */
  assertUp(): void;
  /** Ends the engine for good. Idempotent. */
  stop(): Promise<void>;
}

/**
 * Starts an engine and starts it again, with growing pauses, whenever it ends on its own.
 * Throws what `launch` throws when the very first start fails: then the installation is broken, not the engine.
 */
export async function supervise(options: {
  name: string;
  launch: () => Promise<EngineLife>;
  log: Log;
}): Promise<SupervisedEngine> {
  const { name, launch, log } = options;
  const stopping = new AbortController();
  let life: EngineLife | undefined = await launch();

  const watch = async (): Promise<void> => {
    let pauseMs = firstDelayMs;
    while (life !== undefined) {
      const since = Date.now();
      const reason = await life.exited;
      life = undefined;
      if (stopping.signal.aborted) return;
      log.error({ engine: name, reason }, `the ${name} ended on its own and is started again`);
      if (Date.now() - since > healthyAfterMs) pauseMs = firstDelayMs;
      while (life === undefined && !stopping.signal.aborted) {
        await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, longestDelayMs);
        life = await relaunch();
      }
    }
  };
  const relaunch = async (): Promise<EngineLife | undefined> => {
    if (stopping.signal.aborted) return undefined;
    try {
      const next = await launch();
      log.info({ engine: name }, `the ${name} is back`);
      return next;
    } catch (error) {
      log.error({ engine: name, reason: String(error) }, `the ${name} could not be started`);
      return undefined;
    }
  };
  const watching = watch();

  return {
    isUp: () => life !== undefined,
    assertUp: () => {
      if (life === undefined) throw new KubinError("UNAVAILABLE", `The ${name} is being restarted; try again soon.`);
    },
    stop: async () => {
      stopping.abort();
      await life?.stop();
      await watching;
      // A launch that was under way when `stop` came.
      await life?.stop();
    },
  };
}
