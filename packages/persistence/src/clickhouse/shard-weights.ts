import type { ClickHouseClient } from "@clickhouse/client";
import { KubinError } from "@kubin/schema";
import { askValue } from "./ask-value.ts";
import { shardComment } from "./log-schema.ts";
import { quoteText } from "./quote.ts";

/** Weights of the cluster's shards in order, as `1,1`. Throws UNSUPPORTED when the server knows no such cluster. */
export async function readShardWeights(client: ClickHouseClient, cluster: string): Promise<string> {
  const name = cluster === "{cluster}" ? "getMacro('cluster')" : quoteText(cluster);
  const weights = await askValue(
    client,
    `SELECT arrayStringConcat(groupArray(toString(weight)), ',') AS answer FROM (
  SELECT shard_num, any(shard_weight) AS weight FROM system.clusters WHERE cluster = ${name} GROUP BY shard_num ORDER BY shard_num)`,
  );
  if (weights !== "") return weights;
  throw new KubinError(
    "UNSUPPORTED",
    `ClickHouse knows no cluster ${cluster}: CLICKHOUSE_CLUSTER names one of its remote_servers.`,
  );
}

/**
 * Throws UNSUPPORTED when lines were placed by other shards: they would be looked for where they are not, and a snapshot
 * would seem to have none.
 */
export async function refuseOtherShards(client: ClickHouseClient, weights: string): Promise<void> {
  const query = "SELECT comment AS answer FROM system.tables WHERE database = currentDatabase() AND name = 'log_lines'";
  const placed = await askValue(client, query);
  if (placed === shardComment(weights)) return;
  throw new KubinError(
    "UNSUPPORTED",
    `The log lines were placed by other shards ("${placed}", now "${shardComment(weights)}"); docs/operations.md says what to do.`,
  );
}
