import { summariseOverview } from "@kubin/kubernetes";
import type { Overview, Snapshot } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { Asked } from "../../parts/asked.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { redactionTexts } from "../../texts/redaction.ts";
import { AnalysisPanel } from "./analysis-panel.tsx";
import { CoveragePanel } from "./coverage-panel.tsx";
import { Figures } from "./figures.tsx";
import { NodesPanel } from "./nodes-panel.tsx";
import styles from "./overview-page.module.css";
import { TroubledPanel } from "./troubled-panel.tsx";
import { WarningsPanel } from "./warnings-panel.tsx";

/** Is it healthy, what fails and why, since when, and what is not known. */
export function OverviewPage() {
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const query = useQuery(questions.overview());
  useTitle(overviewTexts.title);
  const overview: Overview | undefined = query.data;
  return (
    <>
      <PageHead title={overviewTexts.title} aside={snapshot.name}>
        {overview && <CopyButton label={overviewTexts.copy} text={() => summariseOverview(overview)} />}
      </PageHead>
      <PageScroll>
        <Asked query={query}>
          {(data) => (
            <div className={styles.page}>
              {data.redaction?.secretsKept && (
                <Notice title={redactionTexts.kept} tone="trouble">
                  {redactionTexts.keptWhy}
                </Notice>
              )}
              <Figures overview={data} />
              <TroubledPanel
                title={overviewTexts.failingTitle}
                items={data.failing}
                total={data.failingTotal}
                empty={noneFailing(snapshot)}
              />
              {data.attention.length > 0 && (
                <TroubledPanel
                  title={overviewTexts.attentionTitle}
                  items={data.attention}
                  total={data.attentionTotal}
                  empty=""
                />
              )}
              {data.analysis.length > 0 && <AnalysisPanel overview={data} />}
              <div className={styles.columns}>
                <WarningsPanel overview={data} />
                <div className={styles.side}>
                  <NodesPanel overview={data} />
                  <CoveragePanel overview={data} />
                </div>
              </div>
            </div>
          )}
        </Asked>
      </PageScroll>
    </>
  );
}

function noneFailing({ state, partial }: Snapshot): string {
  if (isLive(state)) return overviewTexts.noneYet;
  return partial ? overviewTexts.noneFailsInPart : overviewTexts.noneFails;
}
