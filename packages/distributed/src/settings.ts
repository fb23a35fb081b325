import type { KafkaSettings } from "./bus/kafka-settings.ts";
import type { S3Settings } from "./objects/s3-settings.ts";
import type { BucketRules } from "./objects/set-up-bucket.ts";

/** Where the engines are. */
export interface DistributedSettings {
  /** `postgresql://user:password@host:5432/kubin` */
  databaseUrl: string;
  /** Its streaming replicas; one without a path has the database of `databaseUrl`. */
  databaseReplicaUrls: string[];
  /** Connections to PostgreSQL, and to each replica, that this process holds at most. */
  databasePool: number;
  /** `http://user:password@host:8123/kubin`; the path is the database. */
  clickhouseUrl: string;
  /** Name of the ClickHouse cluster behind that address; undefined: one server. */
  clickhouseCluster?: string | undefined;
  /** Whether lines are indexed by their words. Default on. */
  logTextIndex?: boolean | undefined;
  /** One address, or several of a cluster. */
  redisUrl: string;
  kafka: KafkaSettings;
  s3: S3Settings;
  bucket: BucketRules;
}
