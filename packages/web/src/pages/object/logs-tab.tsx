import type { ResourceDetail } from "@kubin/schema";
import { usePodsOf } from "../../object/use-pods-of.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Notice } from "../../parts/notice.tsx";
import { SkeletonLines } from "../../parts/skeleton-lines.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { objectTexts } from "../../texts/object.ts";
import { StreamsTable } from "./streams-table.tsx";

/** The captured logs of a pod, or of the pods that belong to anything else. */
export function LogsTab({ detail }: { detail: ResourceDetail }) {
  const { row, related } = detail;
  const { pods, error, again } = usePodsOf(related);
  if (row.plural === "pods" && row.group === "") return <StreamsTable row={row} pods={[row.name]} />;
  if (error) return <FailureNotice error={error} onAgain={again} />;
  if (!pods) return <SkeletonLines />;
  if (pods.length > 0) return <StreamsTable row={row} pods={pods.map(({ name }) => name)} />;
  return (
    <Notice
      title={objectTexts.noLogs}
      actions={
        row.namespace && (
          <PlaceLink place={{ page: "logs", search: { q: `ns:${row.namespace} ` } }}>
            {objectTexts.searchNamespace(row.namespace)}
          </PlaceLink>
        )
      }
    >
      {objectTexts.noPods}
    </Notice>
  );
}
