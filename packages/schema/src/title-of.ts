import type { Snapshot } from "./snapshot.ts";

/** What people call it: the cluster, or the bundle where the cluster has no name but a short form of its uid. */
export function titleOf({ cluster, name }: Pick<Snapshot, "cluster" | "name">): string {
  return cluster?.name && !cluster.uid?.startsWith(cluster.name) ? cluster.name : name;
}
