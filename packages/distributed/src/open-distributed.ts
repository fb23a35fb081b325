import type { Clock, Ids, Log, Ports } from "@kubin/core";
import { openLogs, openMetadata, openReplica } from "@kubin/persistence";
import { openKafkaBus } from "./bus/open-kafka-bus.ts";
import { openRedisCache } from "./cache/open-redis-cache.ts";
import { redisClient } from "./cache/redis-client.ts";
import { clickHouseAddress, clickHouseClient } from "./clickhouse-client.ts";
import { migrateDistributed } from "./migrate-distributed.ts";
import { openS3Objects } from "./objects/open-s3-objects.ts";
import { replicaConnections, withReplicaReads } from "./replica-reads.ts";
import type { DistributedSettings } from "./settings.ts";

export interface OpenDistributed {
  settings: DistributedSettings;
  clock: Clock;
  ids: Ids;
  log: Log;
}

export interface DistributedPorts extends Ports {
  close(): Promise<void>;
}

/**
 * Opens all ports on PostgreSQL, ClickHouse, S3, Redis and Kafka, after the migrations. Throws UNAVAILABLE when one of
 * those that hold data does not answer; without Redis and Kafka it starts, and uses them once they are there.
 */
export async function openDistributed(options: OpenDistributed): Promise<DistributedPorts> {
  const { settings, clock, ids, log } = options;
  await migrateDistributed({ settings, log });
  const connection = { connectionString: settings.databaseUrl, max: settings.databasePool };
  const primary = await openMetadata({ connection, clock, ids });
  const replicas = replicaConnections(settings).map((one) => openReplica({ connection: one, clock, ids }));
  const metadata = replicas.length === 0 ? primary : withReplicaReads({ primary, replicas, clock, log });
  const cluster = settings.clickhouseCluster;
  const client = clickHouseClient({ ...clickHouseAddress(settings.clickhouseUrl), cluster });
  const logs = openLogs({ client, cluster });
  const objects = openS3Objects({ settings: settings.s3, clock });
  const redis = redisClient(settings.redisUrl, (error) => log.debug({ error: String(error) }, "Redis does not answer"));
  const cache = openRedisCache({ client: redis, prefix: `${settings.kafka.prefix}:`, log });
  const bus = openKafkaBus({ settings: settings.kafka, log });
  const close = async (): Promise<void> => {
    // The bus first: what it hands out needs the others.
    await bus.close();
    await Promise.all([metadata.close(), logs.close(), objects.close(), cache.close()]);
  };
  return { metadata, logs, objects, cache, bus, close };
}
