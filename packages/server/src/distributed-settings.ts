import { readFile } from "node:fs/promises";
import type { DistributedSettings } from "@kubin/distributed";
import { KubinError } from "@kubin/schema";
import type { DistributedConfig } from "./config-schema.ts";

/**
 * What the operator said, as the engines need it. `origin`: where the pages come from, of a process that knows. Throws
 * BAD_INPUT for a file of an authority that cannot be read.
 */
export async function distributedSettings(
  config: DistributedConfig,
  origin: string | undefined,
): Promise<DistributedSettings> {
  const ca = config.caFile === undefined ? undefined : await readCa(config.caFile);
  const { kafkaSasl, kafkaUsername, kafkaPassword, s3AccessKeyId, s3SecretAccessKey } = config;
  return {
    databaseUrl: config.databaseUrl,
    databaseReplicaUrls: config.databaseReplicaUrls ?? [],
    databasePool: config.databasePool,
    clickhouseUrl: config.clickhouseUrl,
    clickhouseCluster: config.clickhouseCluster,
    logTextIndex: config.logTextIndex,
    redisUrl: config.redisUrl,
    kafka: {
      brokers: config.kafkaBrokers,
      prefix: config.kafkaPrefix,
      notifications: config.s3NotificationTopic
        ? { topic: config.s3NotificationTopic, bucket: config.s3Bucket }
        : undefined,
      tls: config.kafkaTls ? { ca } : undefined,
      sasl: kafkaSasl && {
        mechanism: kafkaSasl,
        username: kafkaUsername ?? "",
        password: kafkaPassword ?? "",
      },
    },
    s3: {
      bucket: config.s3Bucket,
      region: config.s3Region,
      endpoint: config.s3Endpoint,
      publicEndpoint: config.s3PublicEndpoint,
      keys:
        s3AccessKeyId && s3SecretAccessKey
          ? { accessKeyId: s3AccessKeyId, secretAccessKey: s3SecretAccessKey }
          : undefined,
      pathStyle: config.s3PathStyle ?? config.s3Endpoint !== undefined,
      kmsKeyId: config.s3KmsKeyId,
      ca,
    },
    bucket: {
      origin,
      rawStorageClass: config.s3RawStorageClass,
      notificationArn: config.s3NotificationArn,
    },
  };
}

async function readCa(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new KubinError("BAD_INPUT", `KUBIN_CA_FILE: ${path} cannot be read.`, { cause: error });
  }
}
