import type { DescribedEvent, DescribedObject, PodFacts, Selector } from "@kubin/kubernetes";
import type {
  Amounts,
  CertificateList,
  Cluster,
  CoverageGap,
  EventRow,
  Health,
  ImageInventory,
  Insight,
  KindCount,
  LogMember,
  LogStream,
  LogStreamRef,
  PartEntry,
  PartType,
  RedactionCount,
  RedactionFacts,
  ResourceFilter,
  Snapshot,
  SnapshotState,
  WarningGroup,
} from "@kubin/schema";
import type { FoundCertificate } from "../certificates/read-certificates.ts";
import type { Scope } from "../policy/scope.ts";
import type { BusEvent } from "./bus.ts";

/** A snapshot as stored; `Snapshot` of the schema is what a reader of some scope sees of it. */
export interface SnapshotRecord {
  id: string;
  state: SnapshotState;
  generation: number;
  partial: boolean;
  failure: string | undefined;
  name: string;
  layout: string;
  tool: string;
  cluster: Cluster | undefined;
  kubernetesVersion: string | undefined;
  capturedAt: Date | undefined;
  createdAt: Date;
  completedAt: Date | undefined;
  expiresAt: Date;
  retainWeek: string;
  /** Last sign, stored part or complete of the uploader. */
  lastUploadAt: Date;
}

/** What a manifest says of the capture as a whole. */
interface CaptureReport {
  analysis: Insight[];
  redaction?: RedactionFacts | undefined;
}

export interface SnapshotChange {
  partial?: boolean;
  failure?: string;
  tool?: string;
  layout?: string;
  cluster?: Cluster | undefined;
  kubernetesVersion?: string | undefined;
  capturedAt?: Date | undefined;
  completedAt?: Date;
}

/** What a link gives its reader; links with fewer rights come later and need no new column. */
export interface LinkRecord {
  snapshotId: string;
  namespaces: "all" | string[];
  logs: boolean;
}

/** SIGNED: announced; STORED: its bytes are there; INDEXED: readable; FAILED: cannot be read, with the reason. */
export type PartState = "SIGNED" | "STORED" | "INDEXED" | "FAILED";

export interface PartRecordRow extends PartEntry {
  snapshotId: string;
  generation: number;
  key: string;
  state: PartState;
  attempts: number;
}

/** A part held by one worker. `leaseToken` must be given back with every write about it. */
export interface LeasedPart extends PartRecordRow {
  leaseToken: string;
  retainWeek: string;
}

/** One Kubernetes object of a part. */
export interface ResourceRecord extends DescribedObject {
  /** Position in its part: with the part's key this names the row, so a replay writes the same rows. */
  index: number;
  /** What sums over a snapshot need of it. */
  facts: PodFacts & { certificates: FoundCertificate[] };
}

export interface EventRecord extends DescribedEvent {
  index: number;
}

export interface ResourceQuery {
  scope: Scope;
  filter: Omit<ResourceFilter, "selector"> & { selector?: Selector | undefined };
  order: "name" | "health" | "newest";
  limit: number;
  /** Sort values of the last row of the page before. */
  after?: (string | number)[] | undefined;
  /** Without it `object` is `{}` and `searchText` empty: a page of a list does not pay for what it does not show. */
  withObject?: boolean | undefined;
}

export interface FoundResource extends Omit<ResourceRecord, "facts"> {
  /** Sort values, for a cursor. */
  position: (string | number)[];
}

/** A node as captured; amounts as the objects write them. */
export interface FoundNode {
  name: string;
  health: Health;
  reason: string;
  allocatable: unknown;
  /** Of its NodeMetrics. */
  usage: unknown;
}

/** Sums over the pods of one node that are not over; node "" is of those that have none. */
export interface NodeSums {
  node: string;
  pods: number;
  requests: Amounts;
  limits: Amounts;
}

/** Events by the time they were seen last; from is inside, to is not. */
interface EventBars {
  scope: Scope;
  namespaces?: string[] | undefined;
  from: Date;
  to: Date;
  bucketMs: number;
}

export interface FindQuery {
  scope: Scope;
  /** Any case; every character stands for itself. */
  text: string;
  namespaces?: string[] | undefined;
  limit: number;
  /** `position` of the last object of the page before. */
  after?: (string | number)[] | undefined;
}

export interface FoundByName {
  found: FoundResource[];
  /** Objects that were looked at. */
  searched: number;
}

export interface WalkedObjects {
  found: FoundResource[];
  /** Objects that were looked at. */
  walked: number;
  /** Where to go on; absent at the end. */
  position?: (string | number)[];
}

export interface EventSubject {
  kind: string;
  namespace: string;
  name: string;
}

export interface EventQuery {
  scope: Scope;
  namespaces?: string[] | undefined;
  type?: string | undefined;
  text?: string | undefined;
  about?: EventSubject | undefined;
  /** About any of these. */
  aboutAny?: readonly EventSubject[] | undefined;
  /** Seen last from here (included) to there (excluded); events without a time are left out. */
  from?: Date | undefined;
  to?: Date | undefined;
  limit: number;
  after?: (string | number)[] | undefined;
}

export interface LogStreamQuery {
  scope: Scope;
  namespaces?: string[] | undefined;
  pod?: string | undefined;
  text?: string | undefined;
  limit: number;
  after?: string[] | undefined;
}

export interface SnapshotTotals {
  progress: Snapshot["progress"];
  counts: Snapshot["counts"];
  gaps: number;
  redactions: number;
}

/** Intent to insert one log chunk, written before the insert. `done`: seen in the engine. */
export interface LogIntent {
  key: string;
  chunk: number;
  done: boolean;
}

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
  /** SIGNED → STORED; false when there is no such part in SIGNED. */
  markStored(key: string): Promise<boolean>;
  partsOf(snapshotId: string, states?: readonly PartState[]): Promise<PartRecordRow[]>;
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
  coverage(scope: Scope, limit: number): Promise<{ gaps: CoverageGap[]; total: number; redactions: RedactionCount[] }>;
  /** Empty for a scope of namespaces or without logs: a report is of the whole, and may quote any of it. */
  captureReport(scope: Scope): Promise<CaptureReport>;
}

/** Inside a transaction: the statements, and events that leave with it. */
export interface MetadataTransaction extends MetadataStatements {
  emit(event: BusEvent): Promise<void>;
}

export interface OutboxEntry {
  id: string;
  event: BusEvent;
}

export interface MetadataPort extends MetadataStatements {
  transaction<T>(work: (tx: MetadataTransaction) => Promise<T>): Promise<T>;
  /** Oldest undelivered events; `publish` them, then `clearOutbox`. Twice is fine, never is not. */
  readOutbox(limit: number): Promise<OutboxEntry[]>;
  clearOutbox(ids: readonly string[]): Promise<void>;
  /** Throws UNAVAILABLE when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
