import { randomUUID } from "node:crypto";
import { describeCacheContract } from "@kubin/core/contracts";
import { expect, inject, test } from "vitest";
import { cacheOrNothing } from "./cache/cache-or-nothing.ts";
import { openRedisCache } from "./cache/open-redis-cache.ts";
import { redisClient, whenReady } from "./cache/redis-client.ts";
import { silentLog } from "./testing/silent-log.ts";

const engines = inject("engines");
const nothing = (): void => undefined;

for (const name of ["REDIS_URL", "REDIS_CLUSTER_URL"]) {
  describeCacheContract(name === "REDIS_URL" ? "Redis" : "Redis cluster", async () => {
    const client = redisClient(engines[name] ?? "", nothing);
    await whenReady(client, 10_000);
    return openRedisCache({ client, prefix: `${randomUUID()}:` });
  });
}

test("a Redis that is away remembers nothing and fails nothing, and says so when asked", async () => {
  const client = redisClient("redis://127.0.0.1:9", nothing);
  const cache = cacheOrNothing(openRedisCache({ client, prefix: "x:" }), silentLog());
  await cache.set("key", 1, 60_000);
  expect(await cache.get("key")).toBeUndefined();
  await cache.dropPrefix("key");
  await expect(cache.ping()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await cache.close();
});
