import { summariseOverview } from "@kubin/kubernetes";
import type { Overview } from "@kubin/schema";
import { useQueryClient } from "@tanstack/react-query";
import { useBase } from "../place/base-context.ts";
import { snapshotPath } from "../place/snapshot-path.ts";
import { useAnalytics } from "./analytics-queries.ts";

/** The overview as Markdown with the link to the snapshot, and with what else has been asked for already. */
export function useSummary(): (overview: Overview) => string {
  const analytics = useAnalytics();
  const known = useQueryClient();
  const base = useBase();
  return (overview) =>
    summariseOverview(overview, {
      link: `${window.location.origin}${snapshotPath(base)}`,
      nodes: known.getQueryData(analytics.nodes().queryKey),
      certificates: known.getQueryData(analytics.certificates().queryKey),
    });
}
