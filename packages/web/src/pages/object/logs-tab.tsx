import type { ResourceDetail } from "@kubin/schema";
import { podsOf } from "../../object/pods-of.ts";
import { Notice } from "../../parts/notice.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { objectTexts } from "../../texts/object.ts";
import { StreamsTable } from "./streams-table.tsx";

/** The captured logs of a pod, or of the pods that belong to anything else. */
export function LogsTab({ detail }: { detail: ResourceDetail }) {
  const { row, related } = detail;
  if (row.plural === "pods" && row.group === "") return <StreamsTable row={row} pods={[row.name]} />;
  const pods = podsOf(related).map(({ name }) => name);
  if (pods.length > 0) return <StreamsTable row={row} pods={pods} />;
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
