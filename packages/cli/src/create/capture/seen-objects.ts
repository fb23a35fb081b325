import { type BundleEntry, isObject, type JsonObject, liveLogPath, textAt } from "@kubin/kubernetes";
import type { LogStreamRef } from "@kubin/schema";
import { type PodStreams, podStreams } from "./pod-streams.ts";

/** What a capture remembers of the objects that it met. */
export interface SeenObjects {
  add(object: JsonObject): void;
  nodes(): string[];
  /** Those of the most troubled pods first. */
  streams(): LogStreamRef[];
  /** A file for each of them, without its content. */
  logEntries(): Generator<BundleEntry>;
}

export function seenObjects(wanted: { previous: boolean }): SeenObjects {
  // By name: a list that was begun anew shows the same pod twice.
  const pods = new Map<string, PodStreams>();
  const nodes = new Set<string>();
  function streams(): LogStreamRef[] {
    const worst = [...pods.values()].sort((a, b) => b.trouble - a.trouble);
    return worst.flatMap((pod) => pod.streams);
  }
  return {
    add(object) {
      if (object.apiVersion !== "v1" || !isObject(object.metadata)) return;
      const name = textAt(object.metadata, "name");
      if (object.kind === "Node") nodes.add(name);
      if (object.kind === "Pod")
        pods.set(`${textAt(object.metadata, "namespace")}/${name}`, podStreams(object, wanted));
    },
    nodes: () => [...nodes],
    streams,
    *logEntries() {
      for (const stream of streams()) {
        yield { path: liveLogPath(stream), kind: "file", size: -1, async *content() {} };
      }
    },
  };
}
