import { z } from "zod";
import { type Manifest, nodes } from "./manifest.ts";

const scaled = z.object({ spec: z.object({ replicas: z.number() }) });

/** How many pods these become, by namespace and label `app`. */
export function countPods(manifests: readonly Manifest[]): Map<string, number> {
  return new Map(manifests.map((manifest) => [placeOf(manifest.metadata), podsOf(manifest)]));
}

/** Every pod of ours has its workload's name as its label `app`. */
export function placeOf({ namespace = "", name }: { namespace?: string; name: string }): string {
  return `${namespace}/${name}`;
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
