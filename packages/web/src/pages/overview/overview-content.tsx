import type { Overview, Snapshot } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAnalytics } from "../../data/analytics-queries.ts";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { Notice } from "../../parts/notice.tsx";
import { namespacesOf } from "../../place/namespaces-of.ts";
import { useSearch } from "../../place/use-search.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { redactionTexts } from "../../texts/redaction.ts";
import { AnalysisPanel } from "./analysis-panel.tsx";
import { CertificatesPanel } from "./certificates-panel.tsx";
import { CoveragePanel } from "./coverage-panel.tsx";
import { Figures } from "./figures.tsx";
import { InventoryPanel } from "./inventory-panel.tsx";
import { NodesPanel } from "./nodes-panel.tsx";
import styles from "./overview-page.module.css";
import { rangeOf } from "./range-of.ts";
import { Remark } from "./remark.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import { TroubledPanel } from "./troubled-panel.tsx";
import { WarningsPanel } from "./warnings-panel.tsx";
import { withinNamespaces } from "./within-namespaces.ts";

/** The panels in the order of what the reader wants to know. */
export function OverviewContent({ overview: whole }: { overview: Overview }) {
  const { snapshot } = useSnapshot();
  const [search, change] = useSearch();
  const namespaces = namespacesOf(search);
  const overview = withinNamespaces(whole, namespaces);
  const timeline = useQuery(useAnalytics().timeline(namespaces ? { namespaces } : {}));
  // Opened while data comes in: each panel keeps one height for as long as the page is open, so that nothing moves.
  const [keepsRoom] = useState(() => isLive(snapshot.state));
  const range = rangeOf(search);
  const axis = timeline.data;
  const analysis = overview.analysis.length > 0 && <AnalysisPanel overview={overview} />;
  return (
    <div className={styles.page}>
      {overview.redaction?.secretsKept && (
        <Notice title={redactionTexts.kept} tone="trouble">
          {redactionTexts.keptWhy}
        </Notice>
      )}
      {overview.remark && <Remark remark={overview.remark} />}
      <Figures overview={overview} />
      {(overview.failing.length > 0 || overview.attention.length === 0 || keepsRoom) && (
        <TroubledPanel
          title={overviewTexts.failingTitle}
          items={overview.failing}
          total={overview.failingTotal}
          empty={namespaces ? overviewTexts.noneFailsHere : noneFailing(snapshot)}
          axis={axis}
          keptRows={keepsRoom ? 6 : undefined}
        />
      )}
      {(overview.attention.length > 0 || keepsRoom) && (
        <TroubledPanel
          title={overviewTexts.attentionTitle}
          items={overview.attention}
          total={overview.attentionTotal}
          empty={overviewTexts.noAttention}
          axis={axis}
          keptRows={keepsRoom ? 3 : undefined}
        />
      )}
      {!keepsRoom && analysis}
      <TimelinePanel
        query={timeline}
        range={range}
        onRange={(chosen) => change({ from: chosen?.from ?? "", to: chosen?.to ?? "" })}
      />
      <div className={styles.columns}>
        <div className={styles.side}>
          <WarningsPanel
            overview={overview}
            namespaces={namespaces}
            range={range}
            keptRows={keepsRoom ? 12 : undefined}
          />
          <CoveragePanel overview={overview} />
          {keepsRoom && analysis}
        </div>
        <div className={styles.side}>
          <NodesPanel overview={overview} keepsRoom={keepsRoom} />
          <InventoryPanel overview={overview} />
          <CertificatesPanel />
        </div>
      </div>
    </div>
  );
}

function noneFailing({ state, partial }: Snapshot): string {
  if (isLive(state)) return overviewTexts.noneYet;
  return partial ? overviewTexts.noneFailsInPart : overviewTexts.noneFails;
}
