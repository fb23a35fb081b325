import type { CachePort, Log } from "@kubin/core";

/** A cache that never fails its caller: while it is away nothing is remembered, and every answer can be made again. */
export function cacheOrNothing(cache: CachePort, log: Log): CachePort {
  const without = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.debug({ what, error: String(error) }, "an answer is made without the cache");
      return undefined;
    }
  };
  return {
    get: (key) => without("get", () => cache.get(key)),
    set: (key, value, ttlMs) => without("set", () => cache.set(key, value, ttlMs)),
    dropPrefix: (prefix) => without("drop", () => cache.dropPrefix(prefix)),
    ping: () => cache.ping(),
    close: () => cache.close(),
  };
}
