import type {
  CertificateList,
  CoverageGap,
  EventRow,
  ImageInventory,
  KindCount,
  LogMember,
  LogStream,
  LogStreamRef,
  PartEntry,
  PartType,
  RedactionCount,
  SnapshotState,
  WarningGroup,
} from "@kubin/schema";
import type { Scope } from "../policy/scope.ts";
import type { BusEvent } from "./bus.ts";
import type {
  CaptureReport,
  EventBars,
  EventQuery,
  EventRecord,
  FindQuery,
  FoundByName,
  FoundCoverage,
  FoundNode,
  FoundPodAmounts,
  FoundResource,
  LeasedPart,
  LinkRecord,
  LogIntent,
  LogStreamQuery,
  NodeSums,
  PartRecordRow,
  PartState,
  PodRef,
  PodsWanted,
  ResourceQuery,
  ResourceRecord,
  SnapshotChange,
  SnapshotRecord,
  SnapshotTotals,
  WalkedObjects,
} from "./metadata-records.ts";

/** What the statements take and give. */
export type * from "./metadata-records.ts";

/** All statements; the same inside and outside a transaction. */
export interface MetadataStatements {
  // --- snapshots -----------------------------------------------------------------------------------------------
  createSnapshot(snapshot: SnapshotRecord, secrets: { ticketHash: string; linkHash: string }): Promise<void>;
  findSnapshot(id: string): Promise<SnapshotRecord | undefined>;
  findLink(tokenHash: string): Promise<LinkRecord | undefined>;
  /** The snapshot this ticket may upload to. */
  findTicket(ticketHash: string): Promise<string | undefined>;
  listSnapshots(query: {
    text?: string | undefined;
    limit: number;
    before?: string | undefined;
  }): Promise<SnapshotRecord[]>;
  /** Compare-and-set; false when the state was none of `from`. */
  moveSnapshot(
    id: string,
    from: readonly SnapshotState[],
    to: { state: SnapshotState; change?: SnapshotChange },
  ): Promise<boolean>;
  touchSnapshot(id: string, at: Date): Promise<void>;
  /**
   * The readable snapshots of the same cluster that were captured just before and after: by its uid, or, where none is
   * known, by its name among those without a uid.
   */
  neighbours(snapshot: SnapshotRecord): Promise<{ previous?: SnapshotRecord; next?: SnapshotRecord }>;
  /** Snapshots in one of `states` whose uploader was last heard before `silentSince` (all, without it). */
  snapshotsIn(states: readonly SnapshotState[], silentSince?: Date): Promise<SnapshotRecord[]>;
  /** Snapshots past their expiry that are not EXPIRED or TRASHED yet. */
  expiredSnapshots(now: Date): Promise<SnapshotRecord[]>;
  /** Removes every row of the snapshot but the snapshot itself; removes that too with `forget`. */
  eraseSnapshot(id: string, options: { forget: boolean }): Promise<void>;
  totals(scope: Scope): Promise<SnapshotTotals>;

  // --- parts and leased work -----------------------------------------------------------------------------------
  /** Idempotent by key. A part that is known keeps its state. */
  announceParts(
    parts: readonly (PartEntry & { key: string; snapshotId: string; generation: number })[],
  ): Promise<PartRecordRow[]>;
  findPart(key: string): Promise<PartRecordRow | undefined>;
  /** SIGNED → STORED; false when there is no such part in SIGNED. */
  markStored(key: string): Promise<boolean>;
  /** Compare-and-set of the store's name for a part's multipart upload; false where it was not `from`. */
  setMultipart(key: string, change: { from: string | undefined; to: string | undefined }): Promise<boolean>;
  /** Parts with an unfinished multipart upload to which nobody will add, since their snapshot takes no parts any more. */
  abandonedMultiparts(): Promise<PartRecordRow[]>;
  partsOf(snapshotId: string, states?: readonly PartState[]): Promise<PartRecordRow[]>;
  /** Whether a part of it is STORED: it waits for a worker, or one has it. */
  hasStoredParts(snapshotId: string): Promise<boolean>;
  /** Up to `limit` STORED parts, free or with an expired lease, round robin over snapshots; resources before logs. */
  leaseParts(lease: { worker: string; limit: number; until: Date; now: Date }): Promise<LeasedPart[]>;
  /** False when the lease was lost. */
  renewLease(part: LeasedPart, until: Date): Promise<boolean>;
  /** STORED → INDEXED or FAILED, under the lease; false when it was lost. */
  finishPart(part: LeasedPart, outcome: { state: "INDEXED" } | { state: "FAILED"; reason: string }): Promise<boolean>;
  /** Gives a part back before its lease ends (shutdown, engine away). */
  releasePart(part: LeasedPart): Promise<void>;
  downloadsOf(scope: Scope, types: readonly PartType[]): Promise<PartRecordRow[]>;

  // --- what indexing writes (idempotent by part key and index) --------------------------------------------------
  putResources(part: LeasedPart, rows: readonly ResourceRecord[]): Promise<void>;
  putEvents(part: LeasedPart, rows: readonly EventRecord[]): Promise<void>;
  putLogStreams(
    part: LeasedPart,
    members: readonly (LogMember & { firstAt?: Date | undefined; lastAt?: Date | undefined })[],
  ): Promise<void>;
  putLogIntent(part: LeasedPart, chunk: number): Promise<void>;
  finishLogIntent(part: LeasedPart, chunk: number): Promise<void>;
  logIntents(part: LeasedPart): Promise<LogIntent[]>;
  /** Replaces the coverage and redaction counts that `origin` (manifest or a part's key) said before. */
  putCoverage(
    snapshotId: string,
    origin: string,
    said: { gaps: readonly CoverageGap[]; redactions?: readonly RedactionCount[] },
  ): Promise<void>;

  /** Replaces what was said before of the capture as a whole. */
  putCaptureReport(snapshotId: string, report: CaptureReport): Promise<void>;

  // --- reads; each takes a scope ----------------------------------------------------------------------------------
  listResources(query: ResourceQuery): Promise<FoundResource[]>;
  countResources(query: Omit<ResourceQuery, "limit" | "after" | "order" | "withObject">): Promise<number>;
  findResource(
    scope: Scope,
    ref: { group: string; plural: string; namespace: string; name: string },
  ): Promise<FoundResource | undefined>;
  /** Objects by uid or by `group/Kind/namespace/name`, in no order. */
  findByUid(scope: Scope, uids: readonly string[]): Promise<FoundResource[]>;
  findByKey(scope: Scope, keys: readonly string[]): Promise<FoundResource[]>;
  /** Objects whose `owners` hold this uid. */
  findOwned(scope: Scope, uid: string): Promise<FoundResource[]>;
  /** Pods below owners, or on nodes, at most `limit`; by namespace and name. */
  findPods(scope: Scope, wanted: PodsWanted, limit: number): Promise<PodRef[]>;
  /** Objects whose `uses` hold this key. */
  findUsers(scope: Scope, key: string): Promise<FoundResource[]>;
  /** Objects, events left out, that have `text` in their search text: exact name, exact address, name that begins so, … */
  findByName(query: FindQuery): Promise<FoundByName>;
  /** Looks at the next `walk` objects, by namespace and name, for `text` anywhere in their JSON as PostgreSQL writes it. */
  walkObjects(query: FindQuery & { walk: number }): Promise<WalkedObjects>;
  kinds(scope: Scope): Promise<KindCount[]>;
  namespaces(scope: Scope): Promise<string[]>;
  listEvents(query: EventQuery): Promise<(EventRow & { position: (string | number)[] })[]>;
  countEvents(query: Omit<EventQuery, "limit" | "after">): Promise<number>;
  /** Warning events grouped by reason and kind, most frequent first. */
  warningGroups(scope: Scope, limit: number): Promise<{ groups: WarningGroup[]; total: number }>;
  /** Objects in this health, worst kinds first, events left out; grouping by owner is the verb's work. */
  unwell(query: { scope: Scope; health: "failing" | "warning"; limit: number }): Promise<FoundResource[]>;
  /** Nodes, failing first, then by name. */
  nodes(scope: Scope, limit: number): Promise<{ items: FoundNode[]; total: number }>;
  nodeSums(scope: Scope): Promise<NodeSums[]>;
  /** Of the pods of one node that are not over, by namespace and name. */
  podAmounts(scope: Scope, node: string): Promise<FoundPodAmounts[]>;
  images(scope: Scope, limit: number): Promise<ImageInventory>;
  /** Each subject and end once; counted as expired or ending soon at `now`; the one that ends first is first. */
  certificates(query: { scope: Scope; now: Date; limit: number }): Promise<CertificateList>;
  /** When the first and the last event were seen; undefined without one that has a time. */
  eventSpan(scope: Scope, namespaces?: string[]): Promise<{ first: Date; last: Date } | undefined>;
  /** By number of the bucket; those without an event are left out. */
  eventBars(bars: EventBars): Promise<{ bucket: number; normal: number; warning: number }[]>;
  listLogStreams(query: LogStreamQuery): Promise<LogStream[]>;
  countLogStreams(query: Omit<LogStreamQuery, "limit" | "after">): Promise<number>;
  findLogStream(scope: Scope, stream: LogStreamRef): Promise<LogStream | undefined>;
  coverage(scope: Scope, limit: number): Promise<FoundCoverage>;
  /** Empty for a scope of namespaces or without logs: a report is of the whole, and may quote any of it. */
  captureReport(scope: Scope): Promise<CaptureReport>;
}

/** Inside a transaction: the statements, and events that leave with it. */
export interface MetadataTransaction extends MetadataStatements {
  emit(event: BusEvent): Promise<void>;
}

export interface MetadataPort extends MetadataStatements {
  transaction<T>(work: (tx: MetadataTransaction) => Promise<T>): Promise<T>;
  /**
   * Hands the oldest events that no other relay has in hand, up to `limit`, to `publish`, and forgets them once it is
   * done; where it fails, or this process dies, they are there again: twice is fine, never is not. Returns how many.
   * One transaction is open meanwhile, which in the embedded profile nobody can pass: `publish` must not use this port.
   */
  relayEvents(limit: number, publish: (events: BusEvent[]) => Promise<void>): Promise<number>;
  /** Throws UNAVAILABLE when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
