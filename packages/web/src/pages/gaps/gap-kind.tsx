import { type CoverageGap, isNotCaptured } from "@kubin/schema";
import { IconAlertTriangleFilled, IconInfoCircle } from "@tabler/icons-react";
import { Name } from "../../parts/name.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { shortPath } from "../../plain/short-path.ts";
import { coverageTexts, gapMeanings, gapTitles, gapWords } from "../../texts/coverage.ts";
import styles from "./coverage-page.module.css";

interface GapKindProps {
  kind: CoverageGap["kind"];
  count: number;
  gaps: readonly CoverageGap[];
}

/** Gaps of one kind: how many, what that means for the reader, and which, by namespace. */
export function GapKind({ kind, count, gaps }: GapKindProps) {
  const harmless = !isNotCaptured({ kind });
  const Icon = harmless ? IconInfoCircle : IconAlertTriangleFilled;
  const sorted = [...gaps].sort((a, b) => (a.namespace < b.namespace ? -1 : a.namespace > b.namespace ? 1 : 0));
  return (
    <section className={styles.gapKind}>
      <h3 className={styles.kind} data-harmless={harmless}>
        <Icon size={14} aria-hidden /> {gapWords[kind](count, countText(count))}
      </h3>
      <p className={styles.meaning}>{gapMeanings[kind]}</p>
      <SmallTable
        label={gapTitles[kind]}
        columns={[
          { name: coverageTexts.namespace },
          { name: coverageTexts.what },
          { name: coverageTexts.count, align: "right" },
          { name: coverageTexts.detail },
        ]}
        rows={sorted.map((gap, at) => ({
          key: `${at} ${gap.what}`,
          cells: [
            gap.namespace ? <Name key="namespace" text={gap.namespace} /> : coverageTexts.wholeCluster,
            <bdi key="what" className={styles.what} title={plainText(gap.what)}>
              {plainText(shortPath(gap.what))}
            </bdi>,
            countText(gap.count),
            <span key="detail" className={styles.detail} title={plainText(gap.detail)}>
              {plainText(shortPath(gap.detail))}
            </span>,
          ],
        }))}
      />
    </section>
  );
}
