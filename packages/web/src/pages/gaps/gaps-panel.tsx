import type { CoverageGap } from "@kubin/schema";
import { Panel } from "../../parts/panel.tsx";
import { sumByKind } from "../../parts/sum-by-kind.ts";
import { countText } from "../../plain/count-text.ts";
import { coverageTexts } from "../../texts/coverage.ts";
import styles from "./coverage-page.module.css";
import { GapKind } from "./gap-kind.tsx";
import { bySeriousness } from "./seriousness.ts";

interface GapsPanelProps {
  title: string;
  gaps: readonly CoverageGap[];
  /** Of those that the overview holds only the first of. */
  total: number;
}

/** Gaps kind by kind, what hides most first. */
export function GapsPanel({ title, gaps, total }: GapsPanelProps) {
  const kinds = sumByKind(gaps).sort((a, b) => bySeriousness(a.kind, b.kind));
  return (
    <Panel
      flush
      title={title}
      aside={total > gaps.length ? coverageTexts.gapsShown(countText(gaps.length), countText(total)) : countText(total)}
    >
      {gaps.length === 0 && <p className={styles.none}>{coverageTexts.noGaps}.</p>}
      {kinds.map(({ kind, count }) => (
        <GapKind key={kind} kind={kind} count={count} gaps={gaps.filter((gap) => gap.kind === kind)} />
      ))}
    </Panel>
  );
}
