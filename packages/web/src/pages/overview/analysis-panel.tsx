import type { Overview } from "@kubin/schema";
import { Panel } from "../../parts/panel.tsx";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./analysis-panel.module.css";
import { healthOfInsight, InsightList } from "./insight-list.tsx";

/** Findings that the bundle brought along (analysis.json), in its own words: errors, warnings, then what passed. */
export function AnalysisPanel({ overview }: { overview: Overview }) {
  const { analysis, analysisTotal, snapshot } = overview;
  const found = analysis.filter((insight) => healthOfInsight(insight) !== "ok");
  const passed = analysis.filter((insight) => healthOfInsight(insight) === "ok");
  const aside =
    analysis.length < analysisTotal
      ? overviewTexts.analysisMore(countText(analysis.length), countText(analysisTotal))
      : overviewTexts.analysisAbout(snapshot.layout);
  return (
    <Panel flush title={overviewTexts.analysisTitle} aside={aside}>
      {found.length > 0 && <InsightList insights={found} />}
      {passed.length > 0 && (
        <details className={styles.passed} open={found.length === 0}>
          <summary>{overviewTexts.passed(passed.length, countText(passed.length))}</summary>
          <InsightList insights={passed} />
        </details>
      )}
    </Panel>
  );
}
