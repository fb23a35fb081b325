export { Amounts } from "./amounts.ts";
export {
  CertificateFact,
  CertificateHolder,
  CertificateList,
  CertificateQuery,
  ImageInventory,
  ImageUse,
  NodeAllocation,
  NodeAllocations,
  Timeline,
  TimelineQuery,
  WhoCan,
  WhoCanQuery,
} from "./analytics.ts";
export { type ErrorCode, errorCodes, isKubinError, KubinError } from "./errors.ts";
export { FindObjects, FoundObject, FoundObjects } from "./find.ts";
export { levels, logSources, timeSources } from "./log-words.ts";
export {
  ExportLogs,
  FacetLogs,
  Level,
  LinesAround,
  LinesAtMoment,
  ListLogStreams,
  LogCount,
  LogFacets,
  LogFieldName,
  LogFields,
  LogHistogram,
  LogHistogramQuery,
  LogHits,
  LogLine,
  LogMoment,
  LogQuery,
  LogStream,
  LogStreamPage,
  LogView,
  SearchLogs,
  TimeSource,
  ViewLog,
} from "./logs.ts";
export {
  CaptureFacts,
  CoverageGap,
  Insight,
  LogMember,
  LogSource,
  LogStreamRef,
  Manifest,
  manifestVersion,
  maxPartBytes,
  maxPieces,
  maxRawPartBytes,
  Namespace,
  PartEntry,
  PartRecord,
  PartType,
  pieceBytes,
  RedactionCount,
  RedactionFacts,
  Remark,
  Sha256,
} from "./manifest.ts";
export { harmlessGapKinds, isNotCaptured } from "./not-captured.ts";
export { Download, DownloadList, Overview, TroubledItem, WarningGroup } from "./overview.ts";
export type { HeldPart, LargePart, PackedPart } from "./packed-part.ts";
export { Cursor, PageRequest } from "./page.ts";
export { RedactionRules } from "./redaction.ts";
export { redactionMark } from "./redaction-mark.ts";
export {
  Cell,
  Column,
  EventPage,
  EventRow,
  Group,
  Health,
  KindCount,
  ListEvents,
  ListResources,
  Plural,
  RelatedObject,
  ResourceDetail,
  ResourceFilter,
  ResourcePage,
  ResourceRef,
  ResourceRow,
} from "./resource.ts";
export {
  Cluster,
  isSettled,
  ListSnapshots,
  Neighbours,
  Snapshot,
  SnapshotCounts,
  SnapshotId,
  SnapshotPage,
  SnapshotProgress,
  SnapshotRef,
  SnapshotState,
} from "./snapshot.ts";
export { titleOf } from "./title-of.ts";
export {
  AbortUpload,
  BeginUpload,
  CompleteUpload,
  JoinedPart,
  PartRef,
  SignedPart,
  SignedParts,
  SignedPiece,
  SignParts,
  SignPiece,
  UploadTarget,
  UploadTicket,
} from "./upload.ts";
