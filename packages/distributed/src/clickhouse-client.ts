import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from "@clickhouse/client";

/** Statements of one process that run at once; more wait for a connection. */
const maxConnections = 32;

export interface ClickHouseAddress {
  /** Without a path. */
  url: string;
  database: string;
}

/** The database is the path of the address. */
export function clickHouseAddress(text: string): ClickHouseAddress {
  const url = new URL(text);
  const database = url.pathname.slice(1) || "default";
  url.pathname = "/";
  return { url: url.href, database };
}

/**
 * A cluster answers as one server would. A chunk is acknowledged when a replica has it, and reads go to the replica that
 * writes go to as long as it lives: another one may lag behind. Snapshots are placed by their id and nowhere else.
 */
const clusterSettings: ClickHouseSettings = {
  distributed_foreground_insert: 1,
  optimize_skip_unused_shards: 1,
  load_balancing: "in_order",
  prefer_localhost_replica: 0,
};

/** A client that keeps its connections, and leaves it to its caller to log what goes wrong. */
export function clickHouseClient(where: {
  url: string;
  database?: string;
  cluster?: string | undefined;
}): ClickHouseClient {
  const { cluster, ...address } = where;
  return createClient({
    ...address,
    clickhouse_settings: cluster === undefined ? {} : clusterSettings,
    keep_alive: { enabled: true },
    compression: { response: true },
    max_open_connections: maxConnections,
    request_timeout: 300_000,
    log: { level: ClickHouseLogLevel.OFF },
  });
}
