import { readColumns, storedColumns, storedOrder } from "./log-table.ts";
import { quoteName, quoteText } from "./quote.ts";

/** The tables of the log lines, as definitions and deletes name them. Everybody reads and writes `log_lines`. */
export interface LogSchema {
  /** Table that keeps the rows, with where it is. */
  stored: string;
  createVersions: string;
  createLines: readonly string[];
  /** Columns of what was read of a line. */
  addRead: readonly string[];
  /** Of a cluster's shards; see `readShardWeights`. */
  weights?: string;
}

export interface LogCluster {
  /** As the servers' `remote_servers` call it, or the macro `{cluster}`. */
  name: string;
  database: string;
  /** See `readShardWeights`. */
  weights: string;
}

const versionColumns = `version UInt32,
  applied_at DateTime DEFAULT now()`;

export const singleServer: LogSchema = {
  stored: storedTable(undefined),
  createVersions: `CREATE TABLE IF NOT EXISTS log_schema_versions (
  ${versionColumns}
) ENGINE = MergeTree ORDER BY version`,
  createLines: [
    `CREATE TABLE IF NOT EXISTS log_lines (
  ${storedColumns}
) ENGINE = MergeTree
${storedOrder}
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000`,
  ],
  addRead: [addColumns("log_lines")],
};

/**
 * A replicated table on each shard, and over them `log_lines`, which has all lines of a snapshot on one shard. Paths in
 * Keeper are spelled out: by default they hold an id that a server added later would not share.
 */
export function clusterSchema({ name, database, weights }: LogCluster): LogSchema {
  const onCluster = `ON CLUSTER ${quoteText(name)}`;
  const stored = storedTable(name);
  return {
    stored,
    weights,
    // One group of replicas over all shards: whichever server is asked has it.
    createVersions: `CREATE TABLE IF NOT EXISTS log_schema_versions ${onCluster} (
  ${versionColumns}
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{database}/log_schema_versions', '{shard}-{replica}') ORDER BY version`,
    createLines: [
      `CREATE TABLE IF NOT EXISTS ${stored} (
  ${storedColumns}
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/log_lines_local', '{replica}')
${storedOrder}
SETTINGS ttl_only_drop_parts = 1, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 604800`,
      `CREATE TABLE IF NOT EXISTS log_lines ${onCluster} AS ${quoteName(database)}.log_lines_local
ENGINE = Distributed(${quoteText(name)}, ${quoteText(database)}, 'log_lines_local', cityHash64(snapshot_id))
COMMENT ${quoteText(shardComment(weights))}`,
    ],
    // First where the rows are: what reads them must find the columns.
    addRead: [addColumns(stored), addColumns(`log_lines ${onCluster}`)],
  };
}

function addColumns(table: string): string {
  return `ALTER TABLE ${table} ${readColumns.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`).join(", ")}`;
}

/** Table that keeps the rows, with where it is. */
export function storedTable(cluster: string | undefined): string {
  return cluster === undefined ? "log_lines" : `log_lines_local ON CLUSTER ${quoteText(cluster)}`;
}

/** What `log_lines` of a cluster says of how its lines are placed. */
export function shardComment(weights: string): string {
  return `placed by shards of weight ${weights}`;
}

export function databaseStatement(cluster: string | undefined): string {
  const where = cluster === undefined ? "" : ` ON CLUSTER ${quoteText(cluster)}`;
  return `CREATE DATABASE IF NOT EXISTS {database:Identifier}${where}`;
}

/** Finds words in 3 ms instead of 300, and costs 1.5 times the size of the lines: an installation may do without. */
export function textIndexStatement({ stored }: LogSchema, wanted: boolean): string {
  return wanted
    ? `ALTER TABLE ${stored} ADD INDEX IF NOT EXISTS message_text lower(message) TYPE text(tokenizer = splitByNonAlpha)`
    : `ALTER TABLE ${stored} DROP INDEX IF EXISTS message_text`;
}
