import type { DistributedConfig, EmbeddedConfig } from "./config-schema.ts";

export type SettingName = keyof EmbeddedConfig | keyof DistributedConfig;

export interface Setting {
  /** Name in the environment. */
  env: string;
  /** What it is for, for `.env.example` and `--help`. */
  about: string;
  /** Completes "expected …" where a value is wrong. */
  expected: string;
  /** The default, or a text that describes it. */
  standard: string;
  /** Never shown, also where it is wrong. */
  secret?: true;
}

/** Every setting in words; their shapes are in `config-schema.ts`. */
export const settings: Readonly<Record<SettingName, Setting>> = {
  profile: {
    env: "KUBIN_PROFILE",
    about:
      "Where the data lives: embedded (nothing to install) or distributed (PostgreSQL, ClickHouse, S3, Kafka, Redis).",
    expected: "embedded or distributed",
    standard: "embedded",
  },
  roles: {
    env: "KUBIN_ROLES",
    about:
      "What this process does: gateway serves the web app, query answers readers, upload takes uploads, worker indexes.",
    expected: "a list of gateway, query, upload, worker (all four in the embedded profile)",
    standard: "gateway,query,upload,worker",
  },
  port: {
    env: "KUBIN_PORT",
    about: "TCP port to listen on; 0 takes any free one.",
    expected: "a port from 0 to 65535",
    standard: "7780",
  },
  host: {
    env: "KUBIN_HOST",
    about: "Address to listen on. Without accounts (KUBIN_AUTH=none) only this machine may reach the server.",
    expected: "a loopback address (127.0.0.1, ::1 or localhost) as long as KUBIN_AUTH is none",
    standard: "127.0.0.1",
  },
  dataDir: {
    env: "KUBIN_DATA_DIR",
    about: "Folder of the embedded profile's data; made with mode 0700. One server at a time uses it.",
    expected: "a folder",
    standard: "kubin in the user's data directory, e.g. ~/.local/share/kubin",
  },
  publicUrl: {
    env: "KUBIN_PUBLIC_URL",
    about:
      "Address under which others reach this server, for links; no path. Requests under it are the owner's on loopback alone.",
    expected: "an http or https address without a path, e.g. https://kubin.example.com",
    standard: "the address it listens on",
  },
  auth: {
    env: "KUBIN_AUTH",
    about: "Accounts. none: whoever reaches the server over loopback owns it.",
    expected: "none (accounts are not there yet)",
    standard: "none",
  },
  workerConcurrency: {
    env: "KUBIN_WORKER_CONCURRENCY",
    about:
      "Parts that a process with the role worker indexes at once; fewer where its memory does not hold 450 MB and 90 MB a part.",
    expected: "a number from 1 to 32",
    standard: "2",
  },
  logTextIndex: {
    env: "KUBIN_LOG_TEXT_INDEX",
    about:
      "Whether log lines stored from now on are indexed by their words: words are found sooner, lines take about 2.5 times the space.",
    expected: "true or false",
    standard: "true",
  },
  logLevel: {
    env: "KUBIN_LOG_LEVEL",
    about: "How much goes to the log on stderr, as JSON lines.",
    expected: "fatal, error, warn, info, debug or silent",
    standard: "info",
  },
  databaseUrl: {
    env: "DATABASE_URL",
    about: "PostgreSQL 15 or later, of the distributed profile.",
    expected: "postgresql://user:password@host:5432/database",
    standard: "none",
    secret: true,
  },
  databaseReplicaUrls: {
    env: "DATABASE_REPLICA_URLS",
    about: "Streaming replicas of that PostgreSQL, which then answer what is read of completed snapshots.",
    expected: "postgresql://user:password@host:5432, several separated by commas; the database is that of DATABASE_URL",
    standard: "none: all is read where it is written",
    secret: true,
  },
  databasePool: {
    env: "DATABASE_POOL",
    about: "Connections to PostgreSQL, and to each replica of it, that this process holds at most.",
    expected: "a number from 2 to 200",
    standard: "10",
  },
  clickhouseUrl: {
    env: "CLICKHOUSE_URL",
    about:
      "ClickHouse over HTTP, of the distributed profile; the path is the database, which is made where it is missing.",
    expected: "http://user:password@host:8123/kubin",
    standard: "none",
    secret: true,
  },
  clickhouseCluster: {
    env: "CLICKHOUSE_CLUSTER",
    about:
      "Cluster of ClickHouse servers that log lines are spread over; CLICKHOUSE_URL is any of them. Set before the first start.",
    expected: "a name of the servers' remote_servers, or their macro {cluster}",
    standard: "none: one server",
  },
  redisUrl: {
    env: "REDIS_URL",
    about: "Redis, of the distributed profile; several addresses, separated by commas, are the nodes of a cluster.",
    expected: "redis://user:password@host:6379, or rediss:// for TLS",
    standard: "none",
    secret: true,
  },
  kafkaBrokers: {
    env: "KAFKA_BROKERS",
    about: "Kafka or Redpanda, of the distributed profile.",
    expected: "host:port, several separated by commas",
    standard: "none",
  },
  kafkaPrefix: {
    env: "KAFKA_PREFIX",
    about: "Begins the names of Kubin's topics and groups, and of its keys in Redis.",
    expected: "letters, digits, dots, hyphens",
    standard: "kubin",
  },
  kafkaTls: {
    env: "KAFKA_TLS",
    about: "Whether the brokers are spoken to over TLS.",
    expected: "true or false",
    standard: "false",
  },
  kafkaSasl: {
    env: "KAFKA_SASL_MECHANISM",
    about: "How Kubin proves to the brokers who it is, with KAFKA_USERNAME and KAFKA_PASSWORD.",
    expected: "plain, scram-sha-256 or scram-sha-512",
    standard: "none",
  },
  kafkaUsername: { env: "KAFKA_USERNAME", about: "See KAFKA_SASL_MECHANISM.", expected: "a name", standard: "none" },
  kafkaPassword: {
    env: "KAFKA_PASSWORD",
    about: "See KAFKA_SASL_MECHANISM.",
    expected: "a password",
    standard: "none",
    secret: true,
  },
  s3Bucket: {
    env: "S3_BUCKET",
    about: "Bucket of the objects, of the distributed profile; made where it is missing.",
    expected: "the name of a bucket",
    standard: "none",
  },
  s3Region: { env: "S3_REGION", about: "Region of the bucket.", expected: "a region", standard: "us-east-1" },
  s3Endpoint: {
    env: "S3_ENDPOINT",
    about: "S3 server as Kubin reaches it.",
    expected: "an http or https address without a path",
    standard: "AWS in S3_REGION",
  },
  s3PublicEndpoint: {
    env: "S3_PUBLIC_ENDPOINT",
    about: "S3 server as uploaders and browsers reach it.",
    expected: "an http or https address without a path",
    standard: "S3_ENDPOINT",
  },
  s3AccessKeyId: {
    env: "S3_ACCESS_KEY_ID",
    about: "Key for the bucket, with S3_SECRET_ACCESS_KEY.",
    expected: "a key id",
    standard: "what AWS's SDK finds (environment, profile, instance role)",
  },
  s3SecretAccessKey: {
    env: "S3_SECRET_ACCESS_KEY",
    about: "See S3_ACCESS_KEY_ID.",
    expected: "a secret key",
    standard: "none",
    secret: true,
  },
  s3PathStyle: {
    env: "S3_PATH_STYLE",
    about: "Whether the bucket is in the path of addresses and not in the host name.",
    expected: "true or false",
    standard: "true with S3_ENDPOINT, else false",
  },
  s3KmsKeyId: {
    env: "S3_KMS_KEY_ID",
    about: "Key of KMS that each object is encrypted with (SSE-KMS).",
    expected: "an id or ARN of a key",
    standard: "the default of the bucket",
  },
  s3RawStorageClass: {
    env: "S3_RAW_STORAGE_CLASS",
    about: "Storage class that raw parts move to after a week.",
    expected: "a storage class, e.g. STANDARD_IA",
    standard: "they stay where they are",
  },
  s3NotificationTopic: {
    env: "S3_NOTIFICATION_TOPIC",
    about:
      "Kafka topic into which the S3 server tells of new objects. Without it uploads are noticed by the sweep, later.",
    expected: "the name of a topic",
    standard: "none",
  },
  s3NotificationArn: {
    env: "S3_NOTIFICATION_ARN",
    about: "What the S3 server calls that topic; with it Kubin sets the notifications up itself.",
    expected: "an ARN, e.g. arn:minio:sqs::kubin:kafka",
    standard: "notifications are set up by hand",
  },
  caFile: {
    env: "KUBIN_CA_FILE",
    about: "PEM file of a private authority that signed the certificates of S3 and Kafka.",
    expected: "a file",
    standard: "public authorities alone",
  },
};
