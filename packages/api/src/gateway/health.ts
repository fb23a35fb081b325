import type { Ctx } from "@kubin/core";
import type { RequestHandler } from "express";

const pingTimeoutMs = 2_000;

/** `/healthz`: the process answers. */
export const alive: RequestHandler = (_req, res) => {
  res.json({ alive: true });
};

/**
 * `/readyz`: every dependency with its state and latency, replicas in the order of `DATABASE_REPLICA_URLS`. 503 without the metadata alone: whatever else is away, this
 * process still has answers, and taken out of the balance for it nobody would get them.
 */
export function readiness(ctx: Pick<Ctx, "ports" | "log">): RequestHandler {
  return async (_req, res) => {
    const { metadata, logs, objects, bus, cache, metadataReplicas = [] } = ctx.ports;
    const states = await Promise.all([
      probe("metadata", () => metadata.ping()),
      probe("logs", () => logs.ping()),
      probe("objects", () => objects.ping()),
      probe("bus", () => bus.ping()),
      probe("cache", () => cache.ping()),
      ...metadataReplicas.map((replica, index) => probe(`metadata-replica-${index + 1}`, () => replica.ping())),
    ]);
    const ready = states.every(({ name, state }) => name !== "metadata" || state === "up");
    if (!ready) ctx.log.warn({ states }, "not ready");
    const dependencies = Object.fromEntries(states.map(({ name, ...state }) => [name, state]));
    res.status(ready ? 200 : 503).json({ ready, dependencies });
  };
}

async function probe(name: string, ping: () => Promise<void>) {
  const startedAt = performance.now();
  const state = await settled(ping);
  return { name, state, latencyMs: Math.round((performance.now() - startedAt) * 10) / 10 };
}

async function settled(ping: () => Promise<void>): Promise<"up" | "down" | "slow"> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<"slow">((resolve) => {
    timer = setTimeout(resolve, pingTimeoutMs, "slow");
  });
  const answer = ping().then(
    () => "up" as const,
    () => "down" as const,
  );
  const state = await Promise.race([answer, slow]);
  clearTimeout(timer);
  return state;
}
