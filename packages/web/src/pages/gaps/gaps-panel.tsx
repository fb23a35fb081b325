import type { CoverageGap } from "@kubin/schema";
import { IconAlertTriangleFilled } from "@tabler/icons-react";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { coverageTexts, gapTitles } from "../../texts/coverage.ts";
import styles from "./coverage-page.module.css";

/** The gaps, one a row. */
export function GapsPanel({ gaps, total }: { gaps: readonly CoverageGap[]; total: number }) {
  return (
    <Panel
      flush
      title={coverageTexts.gaps}
      aside={total > gaps.length ? coverageTexts.gapsShown(countText(gaps.length), countText(total)) : countText(total)}
    >
      {gaps.length === 0 ? (
        <p className={styles.none}>{coverageTexts.noGaps}.</p>
      ) : (
        <SmallTable
          label={coverageTexts.gaps}
          columns={[
            { name: coverageTexts.kind },
            { name: coverageTexts.what },
            { name: coverageTexts.namespace },
            { name: coverageTexts.count, align: "right" },
            { name: coverageTexts.detail },
          ]}
          rows={gaps.map((gap, at) => ({
            key: `${at} ${gap.what}`,
            cells: [
              <span key="kind" className={styles.kind}>
                <IconAlertTriangleFilled size={13} aria-hidden /> {gapTitles[gap.kind]}
              </span>,
              <bdi key="what" className={styles.what}>
                {plainText(gap.what)}
              </bdi>,
              gap.namespace || coverageTexts.wholeCluster,
              countText(gap.count),
              plainText(gap.detail),
            ],
          }))}
        />
      )}
    </Panel>
  );
}
