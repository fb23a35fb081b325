import type { ResourceDetail } from "@kubin/schema";
import { OwnerLogs } from "./owner-logs.tsx";
import { PodLogs } from "./pod-logs.tsx";

/** The logs of a pod in place; for anything else the way to those of its pods. */
export function LogsTab({ detail }: { detail: ResourceDetail }) {
  const isPod = detail.row.plural === "pods" && detail.row.group === "";
  return isPod ? <PodLogs detail={detail} /> : <OwnerLogs detail={detail} />;
}
