export type { Clock, Ctx, Ids, Log, Metrics, Ports, Settings } from "./ctx.ts";
export type { Actor } from "./policy/actor.ts";
export { isWhole, type Scope, scopeKey } from "./policy/scope.ts";
export type { BusEvent, BusPort, Topic } from "./ports/bus.ts";
export type { CachePort } from "./ports/cache.ts";
export type { LogChunk, LogPort, LogPosition, LogRow, LogSearch } from "./ports/logs.ts";
export type {
  EventQuery,
  EventRecord,
  FoundResource,
  LeasedPart,
  LinkRecord,
  LogIntent,
  LogStreamQuery,
  MetadataPort,
  MetadataStatements,
  MetadataTransaction,
  OutboxEntry,
  PartRecordRow,
  PartState,
  ResourceQuery,
  ResourceRecord,
  SnapshotChange,
  SnapshotRecord,
  SnapshotTotals,
} from "./ports/metadata.ts";
export type { ObjectPort, SignDownload, SignedUpload } from "./ports/objects.ts";
