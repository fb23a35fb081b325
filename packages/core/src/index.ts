export type { Requirement as SelectorRequirement, Selector } from "@kubin/kubernetes";
export { getTimeline } from "./analytics/get-timeline.ts";
export { listCertificates } from "./analytics/list-certificates.ts";
export { listImages } from "./analytics/list-images.ts";
export { listNodeAllocations } from "./analytics/list-node-allocations.ts";
export { eraseContent } from "./background/erase-content.ts";
export { indexNextParts } from "./background/index-next-parts.ts";
export { recordStoredObject } from "./background/record-stored-object.ts";
export { relayOutbox } from "./background/relay-outbox.ts";
export { settleSnapshot } from "./background/settle-snapshot.ts";
export { sweep } from "./background/sweep.ts";
export { attachment } from "./content-disposition.ts";
export type { Clock, Ctx, Ids, Log, Metrics, Ports, Settings } from "./ctx.ts";
export { dispatch } from "./dispatch.ts";
export { countLogs } from "./logs/count-logs.ts";
export { exportLogs } from "./logs/export-logs.ts";
export { facetLogs } from "./logs/facet-logs.ts";
export { histogramLogs } from "./logs/histogram-logs.ts";
export { linesAround } from "./logs/lines-around.ts";
export { linesAtMoment } from "./logs/lines-at-moment.ts";
export { listLogFields } from "./logs/list-log-fields.ts";
export { listLogStreams } from "./logs/list-log-streams.ts";
export { searchLogs } from "./logs/search-logs.ts";
export { viewLog } from "./logs/view-log.ts";
export { checkObjectKey, checkObjectPrefix } from "./object-key.ts";
export { openMemoryBus } from "./open-memory-bus.ts";
export { type PartKey, parsePartKey, partKey, snapshotPrefix } from "./part-key.ts";
export type { Actor } from "./policy/actor.ts";
export { asSystem } from "./policy/as-system.ts";
export { type Action, policy } from "./policy/policy.ts";
export { isWhole, type Scope, scopeKey } from "./policy/scope.ts";
export type { BusEvent, BusPort, Handler, Topic, TopicHandlers } from "./ports/bus.ts";
export type { CachePort } from "./ports/cache.ts";
export type {
  LogBars,
  LogCaller,
  LogChunk,
  LogFacetSearch,
  LogPort,
  LogPosition,
  LogRow,
  LogSearch,
  RawLinePage,
} from "./ports/logs.ts";
export type * from "./ports/metadata.ts";
export type {
  Multipart,
  ObjectPort,
  SignDownload,
  SignedUpload,
  SignPieceUpload,
  StoredPiece,
} from "./ports/objects.ts";
export { findObjects } from "./resources/find-objects.ts";
export { getResource } from "./resources/get-resource.ts";
export { listEvents } from "./resources/list-events.ts";
export { listKinds } from "./resources/list-kinds.ts";
export { listNamespaces } from "./resources/list-namespaces.ts";
export { listResources } from "./resources/list-resources.ts";
export { whoCan } from "./resources/who-can.ts";
export { retainWeekOf } from "./retain-week.ts";
export { hashSecret } from "./secret.ts";
export { deleteSnapshot } from "./snapshots/delete-snapshot.ts";
export { findNeighbours } from "./snapshots/find-neighbours.ts";
export { getOverview } from "./snapshots/get-overview.ts";
export { getSnapshot } from "./snapshots/get-snapshot.ts";
export { listDownloads } from "./snapshots/list-downloads.ts";
export { listSnapshots } from "./snapshots/list-snapshots.ts";
export { openLink } from "./snapshots/open-link.ts";
export { watchSnapshot } from "./snapshots/watch-snapshot.ts";
export { abortUpload } from "./upload/abort-upload.ts";
export { beginUpload } from "./upload/begin-upload.ts";
export { completeUpload } from "./upload/complete-upload.ts";
export { joinPieces } from "./upload/join-pieces.ts";
export { signParts } from "./upload/sign-parts.ts";
export { signPiece } from "./upload/sign-piece.ts";
