import type { ClickHouseClient } from "@clickhouse/client";
import { askValue } from "./ask-value.ts";
import { engineError } from "./engine-errors.ts";
import { clusterSchema, databaseStatement, type LogSchema, singleServer, textIndexStatement } from "./log-schema.ts";
import { readShardWeights, refuseOtherShards } from "./shard-weights.ts";

/** Applied once each, in this order, and never changed afterwards: a change is a new entry. */
const migrations = [
  { version: 1, statements: (schema: LogSchema) => schema.createLines },
  { version: 2, statements: (schema: LogSchema) => schema.addRead },
] as const;

export interface LogSchemaSettings {
  /** Index of words: searches 10 to 100 times faster, lines take 2.5 times the space. Default on. */
  textIndex?: boolean | undefined;
  /** Name of the ClickHouse cluster that the tables are spread over; default: one server. */
  cluster?: string | undefined;
}

/** Makes the database that `migrateLogs` then works in; does nothing where there is one. */
export async function createLogDatabase(
  client: ClickHouseClient,
  { database, cluster }: { database: string; cluster?: string | undefined },
): Promise<void> {
  try {
    await client.command({ query: databaseStatement(cluster), query_params: { database } });
  } catch (error) {
    throw engineError(error);
  }
}

/** Brings the log tables up to date; does nothing when they are. One process at a time. */
export async function migrateLogs(client: ClickHouseClient, settings: LogSchemaSettings = {}): Promise<void> {
  const { textIndex = true, cluster } = settings;
  try {
    const schema = cluster === undefined ? singleServer : await clusterOf(client, cluster);
    await client.command({ query: schema.createVersions });
    const applied = Number(await askValue(client, "SELECT toUInt32(max(version)) AS answer FROM log_schema_versions"));
    for (const { version, statements } of migrations) {
      if (version <= applied) continue;
      for (const query of statements(schema)) await client.command({ query });
      await client.command({
        query: "INSERT INTO log_schema_versions (version) SELECT {version:UInt32}",
        query_params: { version },
      });
    }
    if (schema.weights !== undefined) await refuseOtherShards(client, schema.weights);
    // Only new parts get or lose the index; what is stored is searched right either way.
    await client.command({ query: textIndexStatement(schema, textIndex) });
  } catch (error) {
    throw engineError(error);
  }
}

async function clusterOf(client: ClickHouseClient, name: string): Promise<LogSchema> {
  const database = await askValue(client, "SELECT currentDatabase() AS answer");
  return clusterSchema({ name, database, weights: await readShardWeights(client, name) });
}
