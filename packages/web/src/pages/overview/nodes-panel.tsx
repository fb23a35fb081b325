import type { Overview } from "@kubin/schema";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { NodeCell } from "./node-cell.tsx";
import styles from "./warnings-panel.module.css";

const columnsAtMost = 4;
const shownAtMost = 12;

/** The nodes, with the first columns that kubectl shows of them. */
export function NodesPanel({ overview }: { overview: Overview }) {
  const { nodes, nodeColumns } = overview;
  const live = isLive(useSnapshot().snapshot.state);
  const columns = nodeColumns.slice(0, columnsAtMost);
  return (
    <Panel
      flush
      title={overviewTexts.nodesTitle}
      aside={
        nodes.length > 0 && (
          <PlaceLink place={{ page: "list", group: "", plural: "nodes" }}>
            {overviewTexts.allNodes(countText(nodes.length))}
          </PlaceLink>
        )
      }
    >
      {nodes.length === 0 ? (
        <p className={styles.none}>{live ? overviewTexts.noNodesYet : overviewTexts.noNodes}</p>
      ) : (
        <SmallTable
          label={overviewTexts.nodesTitle}
          columns={[{ name: overviewTexts.node }, ...columns.map((name) => ({ name }))]}
          rows={nodes.slice(0, shownAtMost).map((node) => ({
            key: node.name,
            cells: [
              <span key="name" title={node.reason || undefined}>
                <HealthMark health={node.health} />{" "}
                <PlaceLink place={{ page: "object", group: "", plural: "nodes", namespace: "", name: node.name }}>
                  <Name text={node.name} />
                </PlaceLink>
              </span>,
              ...columns.map((name, at) => <NodeCell key={name} cell={node.cells[at] ?? null} />),
            ],
          }))}
        />
      )}
    </Panel>
  );
}
