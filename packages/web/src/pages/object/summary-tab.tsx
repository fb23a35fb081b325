import type { ResourceDetail } from "@kubin/schema";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { Settle } from "../../parts/settle.tsx";
import { formatObjectRef } from "../../place/object-ref.ts";
import { answerOf, runsPods, tellsConditions } from "./answers/answer-of.tsx";
import { ConditionsPanel } from "./conditions-panel.tsx";
import { FactsPanel } from "./facts-panel.tsx";
import { LabelsPanel } from "./labels-panel.tsx";
import { PodsVerdict } from "./pods-verdict.tsx";
import styles from "./summary-tab.module.css";
import { Verdict } from "./verdict.tsx";

/** The question of the object's kind first, then its conditions and facts. */
export function SummaryTab({ detail }: { detail: ResourceDetail }) {
  const Answer = answerOf(detail.row);
  return (
    <PageScroll>
      <Settle key={formatObjectRef(detail.row)}>
        <div className={styles.summary}>
          {runsPods(detail.row) && <PodsVerdict related={detail.related} />}
          <Verdict row={detail.row} />
          {Answer && <Answer detail={detail} />}
          <div className={styles.columns}>
            <div className={styles.column}>
              {!tellsConditions(detail.row) && <ConditionsPanel object={detail.object} />}
              <FactsPanel detail={detail} />
            </div>
            <LabelsPanel detail={detail} />
          </div>
        </div>
      </Settle>
    </PageScroll>
  );
}
