import type { Stop } from "./tour.ts";

const pod = "openshift-cluster-csi-drivers/aws-ebs-csi-driver-controller-65665f9cf6-h7hrt";

/** Every page of the must-gather sample, each with a text that is there once the page is. */
export const tourStops: readonly Stop[] = [
  { path: "", shows: /look at it/ },
  { path: "/r/core/pods", shows: /Pods.*aws-ebs-csi-driver-controller/ },
  { path: `/r/core/pods?open=core/pods/${pod}`, shows: /csi-attacher/ },
  { path: `/r/core/pods/${pod}`, shows: /Containers/ },
  { path: `/r/core/pods/${pod}?tab=yaml`, shows: /kind/ },
  { path: `/r/core/pods/${pod}?tab=events`, shows: /FailedMount|Scheduled|Pulled/ },
  { path: `/r/core/pods/${pod}?tab=related`, shows: /ReplicaSet/ },
  { path: "/r/core/nodes", shows: /ip-10-0-187-218/ },
  { path: "/r/config.openshift.io/clusteroperators", shows: /authentication/ },
  { path: "/events", shows: /FailedScheduling|Pulled|Created/ },
  { path: "/logs?q=refused", shows: /lines in/ },
  { path: `/logs/${pod}/csi-attacher/previous?line=900`, shows: /940 lines/ },
  { path: "/documents", shows: /event-filter\.html/ },
  { path: "/coverage", shows: /Taken out/ },
];
