import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";

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

/** A client that keeps its connections, and leaves it to its caller to log what goes wrong. */
export function clickHouseClient(where: { url: string; database?: string }): ClickHouseClient {
  return createClient({
    ...where,
    keep_alive: { enabled: true },
    compression: { response: true },
    max_open_connections: maxConnections,
    request_timeout: 300_000,
    log: { level: ClickHouseLogLevel.OFF },
  });
}
