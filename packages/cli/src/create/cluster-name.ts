import type { ClusterAccess } from "./cluster/load-kubeconfig.ts";

/**
 * The cluster's name for readers of the link: as the kubeconfig calls it, without the account of AWS, the project of
 * Google, and never the address of the API server. Undefined where nothing of it is left.
 */
export function clusterName({
  clusterName = "",
  server,
}: Pick<ClusterAccess, "clusterName" | "server">): string | undefined {
  const short = clusterName
    .replace(/^arn:[^/]*\//, "")
    .replace(/^gke_[^_]*_[^_]*_/, "")
    .trim();
  const lower = short.toLowerCase();
  // OpenShift calls a cluster after its address, dots as dashes.
  const tells = [server.hostname, server.hostname.replaceAll(".", "-")].some((host) =>
    lower.includes(host.toLowerCase()),
  );
  const isAddress = /:\d+$|^https?:|^\d+\.\d+\.\d+\.\d+$/.test(lower);
  return short === "" || tells || isAddress ? undefined : short.slice(0, 100);
}
