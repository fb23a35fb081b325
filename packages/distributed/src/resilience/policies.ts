import type { BusPort, CachePort, LogPort, ObjectPort } from "@kubin/core";
import type { Policy } from "./policy.ts";

/** An open breaker is looked at this often; `Retry-After` of the gateway is a little more than two looks. */
export const probeEveryMs = 2_000;

/** A cache that answers late is no help: commands end by themselves after 0.5 s (`redisClient`), this is the net below. */
export const cachePolicy: Policy<CachePort> = {
  dependency: "cache",
  away: "Redis does not answer.",
  failures: 3,
  probeEveryMs,
  retries: 0,
  withinMs: { read: 1_000, write: 1_000, ping: 1_000 },
  // Dropping goes over all keys; each of its commands has a limit of its own.
  calls: { get: "read", set: "write", dropPrefix: "free", ping: "ping", close: "free" },
};

/** The engine ends a search by itself after 15 s; what comes later than this comes from none that works. */
export const logPolicy: Policy<LogPort> = {
  dependency: "logs",
  away: "The log engine does not answer now; it is asked again every few seconds. Everything but log lines is there.",
  failures: 3,
  probeEveryMs,
  retries: 1,
  withinMs: { read: 20_000, ping: 5_000 },
  calls: {
    search: "read",
    count: "read",
    histogram: "read",
    facets: "read",
    fields: "read",
    rawLines: "read",
    lines: "read",
    hasLine: "read",
    stored: "read",
    // Bounded by the client, which closes the connection: a chunk given up here while it still arrives would be in doubt.
    insert: "write",
    deleteSnapshot: "write",
    ping: "ping",
    close: "free",
  },
};

/** The SDK repeats by itself, and ends connections that are silent for 20 s. */
export const objectPolicy: Policy<ObjectPort> = {
  dependency: "objects",
  away: "The object store does not answer now; it is asked again every few seconds.",
  failures: 3,
  probeEveryMs,
  retries: 0,
  withinMs: { read: 15_000, ping: 5_000 },
  calls: {
    // An uploader gives up at a store that has no such bucket, and waits for one that is away.
    signUpload: "prepared",
    signDownload: "prepared",
    signPiece: "prepared",
    startMultipart: "write",
    listPieces: "read",
    // A store may work on a large object for minutes; the SDK ends a connection on which nothing comes.
    joinPieces: "write",
    abortMultipart: "write",
    size: "read",
    read: "stream",
    list: "stream",
    deletePrefix: "write",
    ping: "ping",
    serve: "free",
    servePath: "free",
    origin: "free",
    close: "free",
  },
};

/** What is not published stays in the outbox, so a relay should learn soon that it cannot be. */
export const busPolicy: Policy<BusPort> = {
  dependency: "bus",
  away: "Kafka does not take events now.",
  failures: 2,
  probeEveryMs,
  retries: 0,
  withinMs: { read: 5_000, write: 5_000, ping: 3_000 },
  calls: { publish: "write", subscribe: "free", take: "free", ping: "ping", close: "free" },
};
