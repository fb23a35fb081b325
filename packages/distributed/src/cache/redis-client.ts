import type { ConnectionOptions } from "node:tls";
import { Cluster, Redis, type RedisOptions } from "ioredis";

export type RedisClient = Redis | Cluster;

/** A cache that answers late is no help: callers do without it after this. */
const answersWithinMs = 500;
const reconnectAtMostMs = 2_000;
/** A connection that does not answer for so long is made anew: a lost route tells nobody. */
const silenceMs = 10_000;

/**
 * One address is a server, several (separated by commas) are nodes of a cluster. Commands fail at once while there is no
 * connection, rather than wait for one.
 */
export function redisClient(url: string, onError: (error: Error) => void): RedisClient {
  const [first = "", ...rest] = url.split(",").map((one) => one.trim());
  const options: Omit<RedisOptions, "replyMapping"> = {
    enableOfflineQueue: false,
    commandTimeout: answersWithinMs,
    socketTimeout: silenceMs,
    connectTimeout: silenceMs,
    maxRetriesPerRequest: 0,
    retryStrategy: (tries) => Math.min(tries * 100, reconnectAtMostMs),
  };
  if (rest.length === 0) return new Redis({ ...options, ...addressOf(first) }).on("error", onError);
  const { username, password, tls } = addressOf(first);
  const nodes = [first, ...rest].map((one) => ({ host: addressOf(one).host, port: addressOf(one).port }));
  const cluster = new Cluster(nodes, {
    enableOfflineQueue: false,
    clusterRetryStrategy: (tries) => Math.min(tries * 100, reconnectAtMostMs),
    redisOptions: {
      commandTimeout: answersWithinMs,
      socketTimeout: silenceMs,
      maxRetriesPerRequest: 0,
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
      ...(tls && { tls }),
    },
  });
  return cluster.on("error", onError);
}

interface Address {
  host: string;
  port: number;
  db?: number;
  username?: string;
  password?: string;
  tls?: ConnectionOptions;
}

/** `redis://user:password@host:6379/0`, `rediss://` with TLS. */
function addressOf(url: string): Address {
  const { hostname, port, pathname, username, password, protocol } = new URL(url);
  const db = pathname.slice(1);
  return {
    host: hostname,
    port: Number(port || 6_379),
    ...(db !== "" && { db: Number(db) }),
    ...(username !== "" && { username: decodeURIComponent(username) }),
    ...(password !== "" && { password: decodeURIComponent(password) }),
    ...(protocol === "rediss:" && { tls: {} }),
  };
}

/** Waits until commands are taken, or throws the last error after `withinMs`. */
export async function whenReady(client: RedisClient, withinMs: number): Promise<void> {
  if (client.status === "ready") return;
  const signal = AbortSignal.timeout(withinMs);
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error(`Redis did not answer within ${withinMs} ms.`)));
    client.once("ready", () => resolve());
  });
}
