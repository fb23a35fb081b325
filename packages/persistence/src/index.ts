export { type LogSchemaSettings, migrateLogs } from "./clickhouse/migrate-logs.ts";
export { type OpenLogs, openLogs } from "./clickhouse/open-logs.ts";
export type { LogLimits } from "./clickhouse/read-rows.ts";
export { type Migration, migrateMetadata } from "./metadata/migrate-metadata.ts";
export { openMetadata } from "./metadata/open-metadata.ts";
export { type MetadataReplica, openReplica } from "./metadata/open-replica.ts";
