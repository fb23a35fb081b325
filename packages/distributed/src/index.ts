export type { KafkaSettings } from "./bus/kafka-settings.ts";
export { type DeadLetter, replayDeadLetters } from "./bus/replay-dead-letters.ts";
export type { S3Settings } from "./objects/s3-settings.ts";
export type { BucketRules } from "./objects/set-up-bucket.ts";
export { type DistributedPorts, type OpenDistributed, openDistributed } from "./open-distributed.ts";
export { migrateDistributed } from "./preparation/migrate-distributed.ts";
export type { DistributedSettings } from "./settings.ts";
