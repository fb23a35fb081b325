import type { SourceGap } from "@kubin/kubernetes";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import type { TypePatterns } from "./choose-types.ts";
import type { Ending } from "./ending.ts";
import type { WantedNamespaces } from "./find-namespaces.ts";
import type { LogLimits } from "./read-log.ts";
import type { SeenObjects } from "./seen-objects.ts";

export interface LogPlan extends LogLimits {
  /** Logs of the run before, too. */
  previous: boolean;
  /** Of all logs together. */
  maxTotalBytes: number;
}

/** What is captured. */
export interface CaptureScope {
  namespaces: WantedNamespaces;
  types: TypePatterns;
  labelSelector: string | undefined;
  /** OpenAPI documents too. */
  openApi: boolean;
  /** Figures of the kubelets. */
  nodeSummaries: boolean;
  /** Undefined: no logs. */
  logs: LogPlan | undefined;
}

/** Counts for the progress. */
export interface CaptureCounts {
  types: number;
  typesDone: number;
  streams: number;
  streamsDone: number;
}

/** What a capture is given. */
export interface OpenLive {
  client: ClusterClient;
  scope: CaptureScope;
  ending: Ending;
  /** What the capture says of itself, as `capture.json`. */
  about: { cluster: string | undefined; capturedAt: string; [key: string]: unknown };
  /** Requests at the same time. */
  concurrency: number;
}

/** What its steps share. */
export interface LiveContext extends OpenLive {
  onGap(gap: SourceGap): void;
  counts: CaptureCounts;
  seen: SeenObjects;
}
