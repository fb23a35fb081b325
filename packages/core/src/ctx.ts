import type { Actor } from "./policy/actor.ts";
import type { BusPort } from "./ports/bus.ts";
import type { CachePort } from "./ports/cache.ts";
import type { LogPort } from "./ports/logs.ts";
import type { MetadataPort } from "./ports/metadata.ts";
import type { ObjectPort } from "./ports/objects.ts";

/** Everything a verb may reach outside itself. */
export interface Ports {
  metadata: MetadataPort;
  logs: LogPort;
  objects: ObjectPort;
  bus: BusPort;
  cache: CachePort;
  /** Behind `metadata`, where it has some: they are asked through it, and how they are is told apart. */
  metadataReplicas?: readonly { ping(): Promise<void> }[];
}

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** UUIDv7: sorts by creation. */
  uuid(): string;
  /** Unguessable text of at least 128 random bits, safe in a URL. */
  secret(): string;
}

/** Structured log. Never given a token, ticket, signed URL or captured content. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Metrics {
  count(name: string, labels?: Record<string, string>, by?: number): void;
  /** Seconds or bytes, as the name's ending says (`_seconds`, `_bytes`). */
  observe(name: string, value: number, labels?: Record<string, string>): void;
}

/** Settings that verbs need; the composition root fills them from the configuration. */
export interface Settings {
  /** Base of links, without a trailing slash. */
  publicUrl: string;
  /** How long a signed upload or download URL is good for. */
  signedUrlTtlMs: number;
  /** An upload silent for this long completes as partial. */
  silentUploadMs: number;
  /** A worker's hold on a part; renewed while it works. */
  leaseMs: number;
}

export interface Ctx {
  actor: Actor;
  ports: Ports;
  clock: Clock;
  ids: Ids;
  log: Log;
  metrics: Metrics;
  settings: Settings;
  /** Aborted when the caller left. */
  signal: AbortSignal;
  /** Names the caller's request in logs, those of engines too; undefined for Kubin's own work. */
  requestId?: string | undefined;
}
