import type { Log } from "@kubin/core";
import { migrateLogs, migrateMetadata } from "@kubin/persistence";
import { KubinError } from "@kubin/schema";
import pg from "pg";
import { clickHouseAddress, clickHouseClient } from "./clickhouse-client.ts";
import { setUpBucket } from "./objects/set-up-bucket.ts";
import type { DistributedSettings } from "./settings.ts";

/** Any number of 64 bits that nobody else takes for a lock in this database: "kubin" in ASCII. */
const lock = "461464795502";

export interface MigrationReport {
  /** Names of the migrations of PostgreSQL that were applied now. */
  metadata: string[];
}

/**
 * Brings PostgreSQL, ClickHouse and the bucket to what this release needs. Any number of processes may call it at once:
 * the first one works, under an advisory lock of PostgreSQL, the others wait and find it done.
 */
export async function migrateDistributed(opts: { settings: DistributedSettings; log: Log }): Promise<MigrationReport> {
  const { settings, log } = opts;
  const client = new pg.Client({ connectionString: settings.databaseUrl });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(`SELECT pg_advisory_lock(${lock})`);
  } catch (error) {
    throw new KubinError("UNAVAILABLE", "PostgreSQL does not answer.", { cause: error });
  }
  try {
    const metadata = await migrateMetadata({ connectionString: settings.databaseUrl });
    await migrateClickHouse(settings.clickhouseUrl);
    await setUpBucket({ settings: settings.s3, rules: settings.bucket, log });
    return { metadata };
  } finally {
    // The lock goes with the session.
    await client.end().catch(() => {});
  }
}

async function migrateClickHouse(text: string): Promise<void> {
  const { url, database } = clickHouseAddress(text);
  const admin = clickHouseClient({ url });
  try {
    await admin.command({ query: "CREATE DATABASE IF NOT EXISTS {database:Identifier}", query_params: { database } });
  } finally {
    await admin.close();
  }
  const client = clickHouseClient({ url, database });
  await migrateLogs(client).finally(() => client.close());
}
