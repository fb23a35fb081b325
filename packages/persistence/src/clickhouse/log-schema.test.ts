import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "@clickhouse/client";
import { expect, it } from "vitest";
import { createLogDatabase, migrateLogs } from "./migrate-logs.ts";
import { openLogs } from "./open-logs.ts";

/** What is told to a server that has no tables yet: database, migrations, a delete. */
async function statements(cluster: string | undefined, weights = "1,2"): Promise<string[]> {
  const answers: [string, string | number][] = [
    ["currentDatabase() AS", "kubin"],
    ["system.clusters", weights],
    ["system.tables", "placed by shards of weight 1,2"],
  ];
  const told: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request.setEncoding("utf8")) body += piece;
    told.push(body);
    const [, answer = 0] = answers.find(([asked]) => body.includes(asked)) ?? [];
    response.end(`${JSON.stringify({ answer })}\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const client = createClient({ url: `http://127.0.0.1:${port}` });
  try {
    await createLogDatabase(client, { database: "kubin", cluster });
    await migrateLogs(client, { cluster });
    const logs = openLogs({ client, cluster });
    await logs.deleteSnapshot({ snapshotId: "0198a0f0-0000-7000-8000-000000000001", retainWeek: "2035-01-01" });
  } finally {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return told.filter((text) => !text.startsWith("SELECT"));
}

const read =
  "ADD COLUMN IF NOT EXISTS format LowCardinality(String), " +
  "ADD COLUMN IF NOT EXISTS continues UInt8 CODEC(ZSTD(1)), " +
  "ADD COLUMN IF NOT EXISTS time_source Enum8('none' = 0, 'envelope' = 1, 'line' = 2, 'line-utc' = 3, 'line-year' = 4) CODEC(ZSTD(1)), " +
  "ADD COLUMN IF NOT EXISTS fields Map(LowCardinality(String), String) CODEC(ZSTD(1))";

it("one server keeps the tables it always had", async () => {
  expect(await statements(undefined)).toEqual([
    "CREATE DATABASE IF NOT EXISTS {database:Identifier}",
    `CREATE TABLE IF NOT EXISTS log_schema_versions (
  version UInt32,
  applied_at DateTime DEFAULT now()
) ENGINE = MergeTree ORDER BY version`,
    `CREATE TABLE IF NOT EXISTS log_lines (
  snapshot_id UUID,
  retain_week Date,
  namespace LowCardinality(String),
  pod LowCardinality(String),
  container LowCardinality(String),
  source LowCardinality(String),
  line UInt32 CODEC(Delta(4), ZSTD(1)),
  ts DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  level Enum8('unknown' = 0, 'trace' = 1, 'debug' = 2, 'info' = 3, 'warn' = 4, 'error' = 5, 'fatal' = 6),
  prefix String CODEC(ZSTD(1)),
  message String CODEC(ZSTD(1)),
  INDEX ts_range ts TYPE minmax GRANULARITY 1
) ENGINE = MergeTree
PARTITION BY retain_week
ORDER BY (snapshot_id, namespace, pod, container, source, line)
TTL retain_week + INTERVAL 30 DAY
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000`,
    "INSERT INTO log_schema_versions (version) SELECT {version:UInt32}",
    `ALTER TABLE log_lines ${read}`,
    "INSERT INTO log_schema_versions (version) SELECT {version:UInt32}",
    "ALTER TABLE log_lines ADD INDEX IF NOT EXISTS message_text lower(message) TYPE text(tokenizer = splitByNonAlpha)",
    "DELETE FROM log_lines IN PARTITION {p0:String} WHERE snapshot_id = {p1:UUID} AND retain_week = {p2:Date}",
  ]);
});

it("a cluster has a replicated table on each shard, and one over them by the snapshot's id", async () => {
  expect(await statements("logs")).toEqual([
    "CREATE DATABASE IF NOT EXISTS {database:Identifier} ON CLUSTER 'logs'",
    `CREATE TABLE IF NOT EXISTS log_schema_versions ON CLUSTER 'logs' (
  version UInt32,
  applied_at DateTime DEFAULT now()
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{database}/log_schema_versions', '{shard}-{replica}') ORDER BY version`,
    `CREATE TABLE IF NOT EXISTS log_lines_local ON CLUSTER 'logs' (
  snapshot_id UUID,
  retain_week Date,
  namespace LowCardinality(String),
  pod LowCardinality(String),
  container LowCardinality(String),
  source LowCardinality(String),
  line UInt32 CODEC(Delta(4), ZSTD(1)),
  ts DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  level Enum8('unknown' = 0, 'trace' = 1, 'debug' = 2, 'info' = 3, 'warn' = 4, 'error' = 5, 'fatal' = 6),
  prefix String CODEC(ZSTD(1)),
  message String CODEC(ZSTD(1)),
  INDEX ts_range ts TYPE minmax GRANULARITY 1
) ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/log_lines_local', '{replica}')
PARTITION BY retain_week
ORDER BY (snapshot_id, namespace, pod, container, source, line)
TTL retain_week + INTERVAL 30 DAY
SETTINGS ttl_only_drop_parts = 1, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 604800`,
    `CREATE TABLE IF NOT EXISTS log_lines ON CLUSTER 'logs' AS \`kubin\`.log_lines_local
ENGINE = Distributed('logs', 'kubin', 'log_lines_local', cityHash64(snapshot_id))
COMMENT 'placed by shards of weight 1,2'`,
    "INSERT INTO log_schema_versions (version) SELECT {version:UInt32}",
    `ALTER TABLE log_lines_local ON CLUSTER 'logs' ${read}`,
    `ALTER TABLE log_lines ON CLUSTER 'logs' ${read}`,
    "INSERT INTO log_schema_versions (version) SELECT {version:UInt32}",
    "ALTER TABLE log_lines_local ON CLUSTER 'logs' ADD INDEX IF NOT EXISTS message_text lower(message) TYPE text(tokenizer = splitByNonAlpha)",
    "DELETE FROM log_lines_local ON CLUSTER 'logs' IN PARTITION {p0:String} WHERE snapshot_id = {p1:UUID} AND retain_week = {p2:Date}",
  ]);
});

it.each([
  ["that is not there", "", "ClickHouse knows no cluster logs"],
  ["with other shards than those that lines were placed by", "1,2,1", "were placed by other shards"],
])("a cluster %s is refused: its snapshots would seem to have no lines", async (_which, weights, sentence) => {
  await expect(statements("logs", weights)).rejects.toMatchObject({
    code: "UNSUPPORTED",
    message: expect.stringContaining(sentence),
  });
});

it("a name is text to the engine, whatever it holds", async () => {
  const [database] = await statements("a'; DROP TABLE x; --\\");
  expect(database).toBe("CREATE DATABASE IF NOT EXISTS {database:Identifier} ON CLUSTER 'a\\'; DROP TABLE x; --\\\\'");
});
