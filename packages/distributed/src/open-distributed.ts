import type { Clock, Ids, Log, Metrics, Ports } from "@kubin/core";
import { openLogs, openMetadata, openReplica } from "@kubin/persistence";
import { openKafkaBus } from "./bus/open-kafka-bus.ts";
import { cacheOrNothing } from "./cache/cache-or-nothing.ts";
import { openRedisCache } from "./cache/open-redis-cache.ts";
import { redisClient } from "./cache/redis-client.ts";
import { clickHouseAddress, clickHouseClient } from "./clickhouse-client.ts";
import { openS3Objects } from "./objects/open-s3-objects.ts";
import { postgresConnection } from "./postgres-connection.ts";
import type { Prepared } from "./preparation/prepare-dependency.ts";
import { prepareEngines } from "./preparation/prepare-engines.ts";
import { prepareMetadata } from "./preparation/prepare-metadata.ts";
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
 * Opens all ports on PostgreSQL, ClickHouse, S3, Redis and Kafka, each under its policy (docs/decisions/0013). Throws
 * UNAVAILABLE when PostgreSQL does not answer, BAD_INPUT when an engine refuses who asks. Without the others it starts: logs
 * and objects say that they are away until they are prepared, Redis and Kafka are used once they are there.
 */
export async function openDistributed(options: OpenDistributed): Promise<DistributedPorts> {
  const { settings, log } = options;
  await prepareMetadata(settings.databaseUrl);
  const stopping = new AbortController();
  const prepared = await prepareEngines({ settings, log, signal: stopping.signal }).catch((error: unknown) => {
    stopping.abort();
    throw error;
  });
  const opened = await openEngines(options, prepared);
  const { bus, cache } = opened;
  const close = async (): Promise<void> => {
    stopping.abort();
    await Promise.all([prepared.logs.later, prepared.objects.later]);
    // The bus first: what it hands out needs the others.
    await bus.close();
    await Promise.all([opened.metadata.close(), opened.logs.close(), opened.objects.close(), cache.close()]);
  };
  return { ...opened, cache: cacheOrNothing(cache, log), close };
}

async function openEngines(options: OpenDistributed, prepared: { logs: Prepared; objects: Prepared }): Promise<Ports> {
  const { settings, clock, ids, log } = options;
  const connection = postgresConnection({ url: settings.databaseUrl, max: settings.databasePool });
  const primary = guardedPort(await openMetadata({ connection, clock, ids }), metadataPolicy, options);
  const replicas = replicaConnections(settings).map((one) => openReplica({ connection: one, clock, ids }));
  const redis = redisClient(settings.redisUrl, (error) => log.debug({ error: String(error) }, "Redis does not answer"));
  const cluster = settings.clickhouseCluster;
  const client = clickHouseClient({ ...clickHouseAddress(settings.clickhouseUrl), cluster });
  const logs = openLogs({ client, cluster });
  const objects = openS3Objects({ settings: settings.s3, clock });
  const cache = openRedisCache({ client: redis, prefix: `${settings.kafka.prefix}:` });
  return {
    metadata: replicas.length === 0 ? primary : withReplicaReads({ primary, replicas, clock, log }),
    logs: guardedPort(logs, logPolicy, { ...options, ...prepared.logs }),
    objects: guardedPort(objects, objectPolicy, { ...options, ...prepared.objects }),
    bus: guardedPort(openKafkaBus({ settings: settings.kafka, log }), busPolicy, options),
    cache: guardedPort(cache, cachePolicy, options),
    metadataReplicas: replicas,
  };
}
