import type { NodeAllocation, Overview } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useAnalytics } from "../../data/analytics-queries.ts";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { Panel } from "../../parts/panel.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { NodeRow } from "./node-row.tsx";
import styles from "./nodes-panel.module.css";
import { Room } from "./room.tsx";
import { rowKey } from "./row-key.ts";

const shownAtMost = 12;

/** The nodes, failing first, with what their pods ask for, may use and used. */
export function NodesPanel({ overview, keepsRoom }: { overview: Overview; keepsRoom: boolean }) {
  const { nodes } = overview;
  const live = isLive(useSnapshot().snapshot.state);
  const { data } = useQuery(useAnalytics().nodes());
  const shown = nodes.slice(0, shownAtMost);
  const total = Math.max(nodes.length, data?.total ?? 0);
  const well = total - nodes.filter(({ health }) => health === "failing" || health === "warning").length;
  const allocations = new Map<string, NodeAllocation>(data?.items.map((one) => [one.name, one]));
  return (
    <Panel
      flush
      title={overviewTexts.nodesTitle}
      aside={
        total > 0 && (
          <span className={styles.asides}>
            <span>{overviewTexts.nodesWell(countText(well), countText(total))}</span>
            <PlaceLink place={{ page: "list", group: "", plural: "nodes", search: { order: "health" } }}>
              {overviewTexts.allNodes}
            </PlaceLink>
          </span>
        )
      }
    >
      <Room rows={keepsRoom ? 6 : undefined} label={overviewTexts.nodesTitle}>
        {nodes.length === 0 ? (
          <p className={styles.none}>{live ? overviewTexts.noNodesYet : overviewTexts.noNodes}</p>
        ) : (
          <table className={styles.table} aria-label={overviewTexts.nodesTitle}>
            <thead>
              <tr>
                <th scope="col">{overviewTexts.node}</th>
                <th scope="col" className={styles.amount}>
                  {overviewTexts.cpu}
                </th>
                <th scope="col" className={styles.amount}>
                  {overviewTexts.memory}
                </th>
                <th scope="col" className={styles.pods}>
                  {overviewTexts.podsOnNode}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((node, place) => (
                <NodeRow
                  key={rowKey(node.name, place, keepsRoom)}
                  node={node}
                  allocation={allocations.get(node.name)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Room>
      {(nodes.length > 0 || keepsRoom) && (
        <p className={styles.legend}>
          <span className={styles.requests}>{overviewTexts.requests}</span>
          <span className={styles.limits}>{overviewTexts.limits}</span>
          {data?.items.some(({ usage }) => usage) ? (
            <span className={styles.usage}>{overviewTexts.usage}</span>
          ) : (
            <span>{data && overviewTexts.noUsage}</span>
          )}
          <span className={styles.rest}>
            {data && data.unassigned > 0 && overviewTexts.unassigned(data.unassigned, countText(data.unassigned))}
            {total > shown.length && ` ${overviewTexts.nodesShown(countText(shown.length), countText(total))}`}
          </span>
        </p>
      )}
    </Panel>
  );
}
