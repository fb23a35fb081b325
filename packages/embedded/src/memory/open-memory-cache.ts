import { deserialize, serialize } from "node:v8";
import type { CachePort } from "@kubin/core";
import { LRUCache } from "lru-cache";

const defaultMaxBytes = 64 * 1024 * 1024;
/** A key in V8's heap with its place in the maps of the cache, about. */
const bytesPerEntry = 200;

/**
 * Keeps answers in this process, the least recently used leave first. They are kept serialised: their size is then
 * known exactly, and no caller can change what another one gets.
 */
export function openMemoryCache(options: { maxBytes?: number } = {}): CachePort {
  const maxSize = options.maxBytes ?? defaultMaxBytes;
  const entries = new LRUCache<string, Buffer>({
    maxSize,
    sizeCalculation: (bytes, key) => bytes.length + key.length * 2 + bytesPerEntry,
  });
  return {
    get: async (key) => {
      const bytes = entries.get(key);
      return bytes === undefined ? undefined : deserialize(bytes);
    },
    set: async (key, value, ttlMs) => {
      // lru-cache takes 0 for "for ever".
      if (ttlMs <= 0) entries.delete(key);
      else entries.set(key, serialize(value), { ttl: ttlMs });
    },
    dropPrefix: async (prefix) => {
      for (const key of [...entries.keys()]) if (key.startsWith(prefix)) entries.delete(key);
    },
    ping: async () => {},
    close: async () => entries.clear(),
  };
}
