import { isObject, type JsonObject, objectAt, textAt } from "@kubin/kubernetes";
import type { LogStreamRef } from "@kubin/schema";
import { itemsOf } from "./discovered.ts";

/** The logs of one pod, and how badly it does. */
export interface PodStreams {
  streams: LogStreamRef[];
  /** Higher is worse; 0 is well. */
  trouble: number;
}

const kinds = ["initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses"] as const;

/** The log streams that a pod has by its status: of containers that ran, now and before. */
export function podStreams(pod: JsonObject, wanted: { previous: boolean }): PodStreams {
  const namespace = textAt(pod.metadata, "namespace");
  const name = textAt(pod.metadata, "name");
  const status = objectAt(pod, "status");
  const phase = textAt(status, "phase");
  let trouble = phase === "Failed" ? 6 : phase === "Pending" ? 4 : 0;
  const streams: LogStreamRef[] = [];
  for (const one of kinds.flatMap((key) => itemsOf(status, key))) {
    const container = textAt(one, "name");
    if (!isObject(one) || container === "") continue;
    const restarts = typeof one.restartCount === "number" ? one.restartCount : 0;
    const ranBefore = restarts > 0 || "terminated" in objectAt(one, "lastState");
    const { running, terminated, waiting } = objectAt(one, "state");
    trouble = Math.max(trouble, troubleOf({ running, terminated, waiting, restarts, ready: one.ready === true }));
    const stream = { namespace, pod: name, container };
    if (running !== undefined || terminated !== undefined || ranBefore) streams.push({ ...stream, source: "current" });
    if (ranBefore && wanted.previous) streams.push({ ...stream, source: "previous" });
  }
  return { streams, trouble };
}

interface ContainerState {
  running: unknown;
  terminated: unknown;
  waiting: unknown;
  restarts: number;
  ready: boolean;
}

function troubleOf({ running, terminated, waiting, restarts, ready }: ContainerState): number {
  const reason = textAt(waiting, "reason");
  if (reason !== "" && reason !== "ContainerCreating" && reason !== "PodInitializing") return 10;
  const exitCode = isObject(terminated) ? terminated.exitCode : 0;
  if (exitCode !== 0) return 8;
  if (restarts > 0) return 5;
  return running !== undefined && !ready ? 3 : 0;
}
