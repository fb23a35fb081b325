/** Remembers answers about immutable data. Keys must contain the scope (`scopeKey`), see `cached` in core. */
export interface CachePort {
  get(key: string): Promise<unknown | undefined>;
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
  /** Drops every key that begins with `prefix` (a snapshot id, usually). */
  dropPrefix(prefix: string): Promise<void>;
  /** Throws UNAVAILABLE while nothing is remembered. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
