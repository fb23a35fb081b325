import type { DescribedEvent, DescribedObject, PodFacts, Selector } from "@kubin/kubernetes";
import type {
  Amounts,
  Cluster,
  CoverageGap,
  Health,
  Insight,
  PartEntry,
  RedactionCount,
  RedactionFacts,
  Remark,
  ResourceFilter,
  Snapshot,
  SnapshotState,
} from "@kubin/schema";
import type { FoundCertificate } from "../certificates/read-certificates.ts";
import type { Scope } from "../policy/scope.ts";

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

/** What was not got, those by which something is missing first, and what was taken out. */
export interface FoundCoverage {
  gaps: CoverageGap[];
  /** Of all gaps by which something is missing (`isNotCaptured`). */
  total: number;
  /** Of the others. */
  duplicates: number;
  redactions: RedactionCount[];
}

/** What a manifest says of the capture as a whole. */
export interface CaptureReport {
  analysis: Insight[];
  redaction?: RedactionFacts | undefined;
  remark?: Remark | undefined;
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
  /** The store's name of its multipart upload, while that is under way. */
  multipart?: string;
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

/** What one pod that is not over asks for and may use. */
export interface FoundPodAmounts {
  namespace: string;
  name: string;
  requests: Amounts;
  limits: Amounts;
}

/** Events by the time they were seen last; from is inside, to is not. */
export interface EventBars {
  scope: Scope;
  namespaces?: string[] | undefined;
  from: Date;
  to: Date;
  bucketMs: number;
}

/** Which pods: `*` in a name stands for any characters. */
export type PodsWanted =
  /** Below an object, at any depth, itself if it is a pod. */
  | { below: { uid: string } }
  /** Below objects of this name that are no pods; `kind` in lower case or plural. */
  | { below: { name: string; kind?: string | undefined } }
  | { node: string };

export interface PodRef {
  namespace: string;
  name: string;
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
