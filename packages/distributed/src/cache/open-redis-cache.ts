import { deserialize, serialize } from "node:v8";
import type { CachePort } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { Cluster, type Redis } from "ioredis";
import type { RedisClient } from "./redis-client.ts";

export interface OpenRedisCache {
  /** Closed with the cache. */
  client: RedisClient;
  /** Before each key: several Kubins may share a Redis. */
  prefix: string;
}

const scannedAtOnce = 1_000;

/**
 * Answers in Redis. Throws UNAVAILABLE while it is away (`cacheOrNothing` makes nothing of that). Values are written as
 * V8 does, so that a date stays a date; one that this version cannot read counts as none.
 */
export function openRedisCache({ client, prefix }: OpenRedisCache): CachePort {
  return {
    async get(key) {
      const bytes = await asked(() => client.getBuffer(prefix + key));
      return bytes ? read(bytes) : undefined;
    },
    async set(key, value, ttlMs) {
      if (ttlMs <= 0) await asked(() => client.unlink(prefix + key));
      else await asked(() => client.set(prefix + key, serialize(value), "PX", Math.ceil(ttlMs)));
    },
    async dropPrefix(keyPrefix) {
      const match = `${literally(prefix + keyPrefix)}*`;
      const nodes = client instanceof Cluster ? client.nodes("master") : [client];
      const drops = nodes.map((node) => asked(() => dropMatching(node, match)));
      // All of them first: one that is away must not keep what the others have.
      await Promise.allSettled(drops);
      await Promise.all(drops);
    },
    async ping() {
      await asked(() => client.ping());
    },
    async close() {
      client.disconnect();
    },
  };
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new KubinError("UNAVAILABLE", "Redis does not answer.", { cause: error });
  }
}

function read(bytes: Buffer): unknown {
  try {
    return deserialize(bytes);
  } catch {
    return undefined;
  }
}

/** Key by key: in a cluster one command must not name keys of several slots. */
async function dropMatching(node: Redis, match: string): Promise<void> {
  let cursor = "0";
  do {
    const [next, keys] = await node.scan(cursor, "MATCH", match, "COUNT", scannedAtOnce);
    await Promise.all(keys.map((key) => node.unlink(key)));
    cursor = next;
  } while (cursor !== "0");
}

/** Redis matches globs: `*`, `?`, `[…]`. */
function literally(text: string): string {
  return text.replaceAll(/[*?[\]\\^]/g, "\\$&");
}
