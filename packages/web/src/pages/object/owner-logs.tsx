import type { ResourceDetail } from "@kubin/schema";
import { Notice } from "../../parts/notice.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { objectTexts } from "../../texts/object.ts";

const ownsPods = new Set([
  "Deployment",
  "DaemonSet",
  "StatefulSet",
  "ReplicaSet",
  "ReplicationController",
  "Job",
  "CronJob",
]);

/** What has no logs itself: the search in those of its pods, whose names begin with its own. */
export function OwnerLogs({ detail }: { detail: ResourceDetail }) {
  const { kind, namespace, name } = detail.row;
  const pods = ownsPods.has(kind) ? ` pod:${name}-*` : "";
  if (!namespace) return <Notice title={objectTexts.noLogs}>{objectTexts.podLogsElsewhere}.</Notice>;
  return (
    <Notice
      title={objectTexts.podLogsElsewhere}
      actions={
        <PlaceLink place={{ page: "logs", search: { q: `ns:${namespace}${pods} ` } }}>
          {pods ? objectTexts.searchLogs : objectTexts.searchNamespace(namespace)}
        </PlaceLink>
      }
    />
  );
}
