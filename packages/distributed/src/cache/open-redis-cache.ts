import { deserialize, serialize } from "node:v8";
import type { CachePort, Log } from "@kubin/core";
import { Cluster, type Redis } from "ioredis";
import type { RedisClient } from "./redis-client.ts";

export interface OpenRedisCache {
  /** Closed with the cache. */
  client: RedisClient;
  /** Before each key: several Kubins may share a Redis. */
  prefix: string;
  log: Log;
}

const scannedAtOnce = 1_000;

/**
 * Answers in Redis. While it is away nothing is remembered and nothing fails: every answer can be made again. Values are
 * written as V8 does, so that a date stays a date; one that this version cannot read counts as none.
 */
export function openRedisCache({ client, prefix, log }: OpenRedisCache): CachePort {
  const without = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.debug({ what, error: String(error) }, "the cache does without Redis");
      return undefined;
    }
  };
  return {
    async get(key) {
      const bytes = await without("get", () => client.getBuffer(prefix + key));
      return bytes ? without("read", async () => deserialize(bytes)) : undefined;
    },
    async set(key, value, ttlMs) {
      if (ttlMs <= 0) await without("delete", () => client.unlink(prefix + key));
      else await without("set", () => client.set(prefix + key, serialize(value), "PX", Math.ceil(ttlMs)));
    },
    async dropPrefix(keyPrefix) {
      const match = `${literally(prefix + keyPrefix)}*`;
      const nodes = client instanceof Cluster ? client.nodes("master") : [client];
      await Promise.all(nodes.map((node) => without("drop", () => dropMatching(node, match))));
    },
    async close() {
      client.disconnect();
    },
  };
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
