import type { Overview } from "@kubin/schema";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { Panel } from "../../parts/panel.tsx";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./failing-panel.module.css";
import { FailingRow } from "./failing-row.tsx";
import { LookAt } from "./look-at.tsx";

/** What fails, worst first, each with its reason in words. */
export function FailingPanel({ overview }: { overview: Overview }) {
  const { snapshot } = useSnapshot();
  const { failing, failingTotal } = overview;
  const more = failingTotal - failing.length;
  return (
    <Panel
      flush
      title={overviewTexts.failingTitle}
      aside={more > 0 && overviewTexts.worstShown(countText(failing.length), countText(failingTotal))}
    >
      {failing.length === 0 ? (
        <p className={styles.none}>{isLive(snapshot.state) ? overviewTexts.noneYet : overviewTexts.noneFails}</p>
      ) : (
        <ul>
          {failing.map((item) => (
            <FailingRow key={`${item.group}/${item.kind}/${item.namespace}/${item.name}`} item={item} />
          ))}
        </ul>
      )}
      <LookAt />
    </Panel>
  );
}
