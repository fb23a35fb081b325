import type { ResourceDetail } from "@kubin/schema";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { ConditionsPanel } from "./conditions-panel.tsx";
import { ContainersPanel } from "./containers-panel.tsx";
import { FactsPanel } from "./facts-panel.tsx";
import { LabelsPanel } from "./labels-panel.tsx";
import styles from "./summary-tab.module.css";
import { Verdict } from "./verdict.tsx";

/** The question of the object's kind first, then its parts, conditions and facts. */
export function SummaryTab({ detail }: { detail: ResourceDetail }) {
  const isPod = detail.row.plural === "pods" && detail.row.group === "";
  return (
    <PageScroll>
      <div className={styles.summary}>
        <Verdict row={detail.row} isPod={isPod} />
        {isPod && <ContainersPanel detail={detail} />}
        <div className={styles.columns}>
          <div className={styles.column}>
            <ConditionsPanel object={detail.object} />
            <FactsPanel detail={detail} />
          </div>
          <LabelsPanel object={detail.object} />
        </div>
      </div>
    </PageScroll>
  );
}
