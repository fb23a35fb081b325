import type { CoverageGap, Insight, LogStreamRef, Remark } from "@kubin/schema";
import type { BundleSource } from "./bundle-source.ts";
import type { JsonObject } from "./json-object.ts";

/** Layouts that this version reads; the names are in manifests, so they stay. */
export type Layout =
  | "must-gather"
  | "troubleshoot"
  | "cluster-info-dump"
  | "rancher"
  | "crust-gather"
  | "k8shark"
  | "sonobuoy"
  | "kind-logs"
  | "velero"
  | "insights"
  | "kubectl-get"
  | "live";

/** One bundle that was found in a source. */
export interface DetectedBundle {
  layout: Layout;
  /** The folder that holds it: "" or a path with a slash at its end. */
  root: string;
}

/** Bytes of a file, changed on their way: taken out of an envelope, or without what belongs to another role. */
export type Decode = (content: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** What a document says of the capture as a whole. */
export interface FoundFacts {
  capturedAt?: Date;
  kubernetesVersion?: string;
  /** As the API server itself said; wins over what its nodes say. */
  apiServerVersion?: string;
  clusterName?: string;
  clusterUid?: string;
  /** What the tool that made the bundle found, in its own words. */
  analysis?: Insight[];
  remark?: Remark;
  /** What the tool says that it did not get. The sentences are ours: its own may quote what is secret. */
  gaps?: FoundGap[];
}

export interface FoundGap {
  kind: CoverageGap["kind"];
  what: string;
  namespace: string;
  detail: string;
}

/** A file of Kubernetes objects; the hints fill in what its items do not say of themselves. */
export interface ObjectsRole {
  role: "objects";
  /** Lower-case, where the path tells it. */
  plural?: string | undefined;
  apiVersion?: string | undefined;
  kind?: string | undefined;
  /** Given to items of namespaced types that name none. */
  namespace?: string | undefined;
  decode?: Decode;
  /** Takes the objects out of an envelope: gets one parsed value, gives an object, a List, an array, or undefined. */
  unwrap?(value: unknown): unknown;
  /** Undoes what the tool did to the text of an object; asked for what cannot be parsed. */
  repairText?(text: string): string;
  /** Undoes what the tool did to its objects. */
  repair?(object: JsonObject): JsonObject;
}

/** The log of one container. */
export interface LogRole {
  role: "log";
  stream: LogStreamRef;
  /** Read from a kubelet whose certificate was not checked: the checked reading wins. */
  insecure?: boolean;
  /** Number of the container's run, where files are numbered: the highest is current, the one before previous. */
  run?: number;
  /** Names the pod among several of one name, where the path tells it: its uid. A stream comes from one of them. */
  instance?: string;
  /** A copy of another file of the bundle; counts only where that one is not there. */
  copy?: boolean;
  /** Where the file has a part of the log alone: a sentence for the coverage. */
  excerpt?: string;
  decode?: Decode;
}

/** Logs of several containers in one file, each between the marks of `kubectl cluster-info dump`. */
export interface LogBlocksRole {
  role: "log-blocks";
}

/** Kept whole, as a `bundle` part, when it can be read as text. */
export interface DocumentRole {
  role: "document";
  /** "" by default: of no namespace. */
  namespace?: string;
  decode?: Decode;
  /** Gets at most the first MiB of the text, before redaction. */
  facts?(text: string): FoundFacts;
  /** Puts secrets of a JSON document where redaction looks for them; what cannot be parsed is withheld then. */
  reshape?(value: unknown): unknown;
}

/** Not kept on purpose (a copy of something that is, a mark of the tool), or never got by the tool; told by `group`. */
export interface SkippedRole {
  role: "skipped";
  /** "skipped" by default. */
  kind?: "skipped" | "forbidden" | "missing" | "unparseable";
  group: string;
  namespace: string;
  /** A sentence for the coverage. */
  detail?: string;
}

export type Role = ObjectsRole | LogRole | LogBlocksRole | DocumentRole | SkippedRole;

/** What a file is, by its path below the root. Several roles where a file is several things. */
export type RoleOf = (path: string) => Role | readonly Role[];

/** How one layout is recognised and read. One file each in `layouts/`. */
export interface LayoutReader {
  layout: Layout;
  /** For messages: "a must-gather or oc adm inspect (namespaces/, cluster-scoped-resources/)". */
  lookedFor: string;
  /** Root of the bundle that a file at this path proves; undefined where it proves nothing. */
  rootOf(path: string): string | undefined;
  /** The same by the first 64 KiB of a file, for layouts that no path proves. */
  rootByHead?(path: string, head: string): string | undefined;
  /** The roots that are bundles of their own; without it, those that lie in no other. */
  mergeRoots?(roots: readonly string[]): readonly string[];
  /** Asked once before reading. A layout with an index of its own reads that here. */
  open(bundle: { source: BundleSource; root: string }): RoleOf | Promise<RoleOf>;
}
