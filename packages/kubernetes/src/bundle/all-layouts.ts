import type { Layout, LayoutReader } from "./layout.ts";
import { clusterInfoDump } from "./layouts/cluster-info-dump.ts";
import { crustGather } from "./layouts/crust-gather.ts";
import { insights } from "./layouts/insights.ts";
import { k8shark } from "./layouts/k8shark.ts";
import { kindLogs } from "./layouts/kind-logs.ts";
import { kubectlGet } from "./layouts/kubectl-get.ts";
import { live } from "./layouts/live.ts";
import { mustGather } from "./layouts/must-gather.ts";
import { rancher } from "./layouts/rancher.ts";
import { sonobuoy } from "./layouts/sonobuoy.ts";
import { troubleshoot } from "./layouts/troubleshoot.ts";
import { velero } from "./layouts/velero.ts";

/** Every layout that a bundle can have. Where a file proves several, the first one counts; loose files come last. */
export const allLayouts: readonly LayoutReader[] = [
  k8shark,
  crustGather,
  rancher,
  velero,
  sonobuoy,
  mustGather,
  insights,
  kindLogs,
  troubleshoot,
  clusterInfoDump,
  kubectlGet,
];

/** The reader of a layout. Throws for one that this version does not have. */
export function readerOf(layout: Layout): LayoutReader {
  const found = [...allLayouts, live].find((reader) => reader.layout === layout);
  if (!found) throw new Error(`no reader for the layout ${layout}`);
  return found;
}
