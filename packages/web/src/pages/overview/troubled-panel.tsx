import type { Timeline, TroubledItem } from "@kubin/schema";
import { Panel } from "../../parts/panel.tsx";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { Room } from "./room.tsx";
import { rowKey } from "./row-key.ts";
import styles from "./troubled-panel.module.css";
import { TroubledRow } from "./troubled-row.tsx";

interface TroubledPanelProps {
  title: string;
  items: readonly TroubledItem[];
  total: number;
  /** What stands here when there is none. */
  empty: string;
  axis: Pick<Timeline, "from" | "to"> | undefined;
  /** Rows whose room is kept while more may come, so that nothing below moves. */
  keptRows: number | undefined;
}

/** Objects in trouble, worst first, each with its reason in words. */
export function TroubledPanel({ title, items, total, empty, axis, keptRows }: TroubledPanelProps) {
  const aside = total > items.length ? overviewTexts.worstShown(countText(items.length), countText(total)) : undefined;
  return (
    <Panel flush title={title} aside={aside}>
      <Room rows={keptRows} label={title}>
        {items.length === 0 ? (
          <p className={styles.none}>{empty}</p>
        ) : (
          <ul className={styles.list}>
            {items.map((item, place) => (
              <TroubledRow
                key={rowKey(`${item.group}/${item.kind}/${item.namespace}/${item.name}`, place, keptRows !== undefined)}
                item={item}
                axis={axis}
              />
            ))}
          </ul>
        )}
      </Room>
    </Panel>
  );
}
