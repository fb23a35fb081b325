import type { Clock, Ids, Log, Metrics, Ports } from "@kubin/core";
import { openLogs, openMetadata, openReplica } from "@kubin/persistence";
import { openKafkaBus } from "./bus/open-kafka-bus.ts";
import { cacheOrNothing } from "./cache/cache-or-nothing.ts";
import { openRedisCache } from "./cache/open-redis-cache.ts";
import { redisClient } from "./cache/redis-client.ts";
import { clickHouseAddress, clickHouseClient } from "./clickhouse-client.ts";
import { migrateDistributed } from "./migrate-distributed.ts";
import { openS3Objects } from "./objects/open-s3-objects.ts";
import { postgresConnection } from "./postgres-connection.ts";
import { replicaConnections, withReplicaReads } from "./replica-reads.ts";
import { guardedPort } from "./resilience/guarded-port.ts";
import { metadataPolicy } from "./resilience/metadata-policy.ts";
import { busPolicy, cachePolicy, logPolicy, objectPolicy } from "./resilience/policies.ts";
import type { DistributedSettings } from "./settings.ts";

export interface OpenDistributed {
  settings: DistributedSettings;
  clock: Clock;
  ids: Ids;
  log: Log;
  metrics: Metrics;
}

export interface DistributedPorts extends Ports {
  close(): Promise<void>;
}

/**
 * Opens all ports on PostgreSQL, ClickHouse, S3, Redis and Kafka, after the migrations, each under its policy
 * (docs/decisions/0013). Throws UNAVAILABLE when one of those that hold data does not answer; without Redis and Kafka it
 * starts, and uses them once they are there.
 */
export async function openDistributed(options: OpenDistributed): Promise<DistributedPorts> {
  const { settings, log } = options;
  await migrateDistributed({ settings, log });
  const opened = await openEngines(options);
  const { bus, cache } = opened;
  const close = async (): Promise<void> => {
    // The bus first: what it hands out needs the others.
    await bus.close();
    await Promise.all([opened.metadata.close(), opened.logs.close(), opened.objects.close(), cache.close()]);
  };
  return { ...opened, cache: cacheOrNothing(cache, log), close };
}

async function openEngines(options: OpenDistributed): Promise<Ports> {
  const { settings, clock, ids, log } = options;
  const connection = postgresConnection({ url: settings.databaseUrl, max: settings.databasePool });
  const primary = guardedPort(await openMetadata({ connection, clock, ids }), metadataPolicy, options);
  const replicas = replicaConnections(settings).map((one) => openReplica({ connection: one, clock, ids }));
  const redis = redisClient(settings.redisUrl, (error) => log.debug({ error: String(error) }, "Redis does not answer"));
  const logs = openLogs({ client: clickHouseClient(clickHouseAddress(settings.clickhouseUrl)) });
  const cache = openRedisCache({ client: redis, prefix: `${settings.kafka.prefix}:` });
  return {
    metadata: replicas.length === 0 ? primary : withReplicaReads({ primary, replicas, clock, log }),
    logs: guardedPort(logs, logPolicy, options),
    objects: guardedPort(openS3Objects({ settings: settings.s3, clock }), objectPolicy, options),
    bus: guardedPort(openKafkaBus({ settings: settings.kafka, log }), busPolicy, options),
    cache: guardedPort(cache, cachePolicy, options),
  };
}
