import type { NodeAllocation, ResourceRow } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { AmountBars } from "./amount-bars.tsx";
import styles from "./nodes-panel.module.css";

interface NodeRowProps {
  node: ResourceRow;
  /** What is asked of it, once that is known. */
  allocation: NodeAllocation | undefined;
}

/** One node: its health in words, and how full it is. The room of the bars is kept until they come. */
export function NodeRow({ node, allocation }: NodeRowProps) {
  const most = allocation?.allocatable?.pods;
  return (
    <tr>
      <td className={styles.name}>
        <span className={styles.fit} title={plainText(node.name)}>
          <HealthMark health={node.health} />{" "}
          <PlaceLink place={{ page: "object", group: "", plural: "nodes", namespace: "", name: node.name }}>
            <Name text={node.name} />
          </PlaceLink>
        </span>
        {node.reason !== "" && <span className={styles.reason}>{plainText(node.reason)}</span>}
      </td>
      <td className={styles.amount} data-name={overviewTexts.cpu}>
        {allocation && <AmountBars node={allocation} of="cpu" />}
      </td>
      <td className={styles.amount} data-name={overviewTexts.memory}>
        {allocation && <AmountBars node={allocation} of="memory" />}
      </td>
      <td className={styles.pods} data-name={overviewTexts.podsOnNode}>
        {allocation && (
          <span
            title={overviewTexts.podCount(countText(allocation.pods), most === undefined ? undefined : countText(most))}
          >
            {countText(allocation.pods)}
          </span>
        )}
      </td>
    </tr>
  );
}
