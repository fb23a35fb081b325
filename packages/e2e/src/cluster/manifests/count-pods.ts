import { z } from "zod";
import { type Manifest, nodes } from "./manifest.ts";

const scaled = z.object({ spec: z.object({ replicas: z.number() }) });

/** How many pods these become. */
export function countPods(manifests: readonly Manifest[]): number {
  return manifests.reduce((sum, manifest) => sum + podsOf(manifest), 0);
}

function podsOf(manifest: Manifest): number {
  switch (manifest.kind) {
    case "Pod":
    case "Job":
      return 1;
    case "DaemonSet":
      return nodes.length;
    case "Deployment":
    case "StatefulSet":
    case "ReplicaSet":
      return scaled.parse(manifest).spec.replicas;
    default:
      return 0;
  }
}
