import type { Insight, Overview } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Name } from "../../parts/name.tsx";
import { Panel } from "../../parts/panel.tsx";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./analysis-panel.module.css";

/** Findings that the bundle brought along (analysis.json), in its own words: errors, warnings, then what passed. */
export function AnalysisPanel({ overview }: { overview: Overview }) {
  const { analysis, analysisTotal, snapshot } = overview;
  const found = analysis.filter((insight) => healthOf(insight) !== "ok");
  const passed = analysis.filter((insight) => healthOf(insight) === "ok");
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

function InsightList({ insights }: { insights: readonly Insight[] }) {
  // A tool may say the same twice; once is enough.
  const distinct = new Map(insights.map((insight) => [JSON.stringify(insight), insight]));
  return (
    <ul>
      {[...distinct].map(([key, insight]) => (
        <li key={key} className={styles.row}>
          <HealthMark health={healthOf(insight)} />
          <div>
            <p className={styles.title}>
              <Name text={insight.title || insight.name} />
              {insight.object && (
                <span className={styles.about}>
                  {insight.object.kind}{" "}
                  <Name text={[insight.object.namespace, insight.object.name].filter(Boolean).join("/")} />
                </span>
              )}
            </p>
            {insight.detail !== "" && (
              <p className={styles.detail}>
                <Name text={insight.detail} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function healthOf({ severity }: Insight) {
  if (severity === "error") return "failing";
  return severity === "warn" ? "warning" : "ok";
}
