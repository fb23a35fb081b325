import type { Timeline, TroubledItem } from "@kubin/schema";
import { useState } from "react";
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

/** So many leave room for what else one should see. */
const shownAtFirst = 10;

/** Objects in trouble, worst first, each with its reason in words. */
export function TroubledPanel({ title, items, total, empty, axis, keptRows }: TroubledPanelProps) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? items : items.slice(0, shownAtFirst);
  const aside = total > items.length ? overviewTexts.worstShown(countText(items.length), countText(total)) : undefined;
  return (
    <Panel flush title={title} aside={aside}>
      <Room rows={keptRows} label={title}>
        {items.length === 0 ? (
          <p className={styles.none}>{empty}</p>
        ) : (
          <ul className={styles.list}>
            {shown.map((item, place) => (
              <TroubledRow
                key={rowKey(`${item.group}/${item.kind}/${item.namespace}/${item.name}`, place, keptRows !== undefined)}
                item={item}
                axis={axis}
              />
            ))}
          </ul>
        )}
        {shown.length < items.length && (
          <button type="button" className={styles.all} onClick={() => setShowsAll(true)}>
            {overviewTexts.showAll(countText(items.length))}
          </button>
        )}
      </Room>
    </Panel>
  );
}
