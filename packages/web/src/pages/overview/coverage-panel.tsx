import { isNotCaptured, type Overview } from "@kubin/schema";
import { IconAlertTriangleFilled, IconCircleCheck, IconEyeOff } from "@tabler/icons-react";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { Panel } from "../../parts/panel.tsx";
import { sumByKind } from "../../parts/sum-by-kind.ts";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { coverageTexts, gapWords } from "../../texts/coverage.ts";
import { bySeriousness } from "../gaps/seriousness.ts";
import styles from "./coverage-panel.module.css";

/** What is not known and what was taken out, in one line each. */
export function CoveragePanel({ overview }: { overview: Overview }) {
  const { snapshot } = useSnapshot();
  const live = isLive(snapshot.state);
  const gaps = sumByKind(overview.coverage.filter(isNotCaptured)).sort((a, b) => bySeriousness(a.kind, b.kind));
  const taken = overview.redactions.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      title={coverageTexts.title}
      aside={<PlaceLink place={{ page: "coverage" }}>{coverageTexts.details}</PlaceLink>}
    >
      <ul className={styles.list}>
        {snapshot.partial && (
          <li className={styles.gap}>
            <IconAlertTriangleFilled size={14} aria-hidden /> {coverageTexts.partial}
          </li>
        )}
        {gaps.length === 0 && !snapshot.partial && (
          <li>
            <IconCircleCheck size={14} aria-hidden /> {live ? coverageTexts.notYet : coverageTexts.noGaps}
          </li>
        )}
        {gaps.map(({ kind, count }) => (
          <li key={kind} className={styles.gap}>
            <IconAlertTriangleFilled size={14} aria-hidden /> {gapWords[kind](count, countText(count))}
          </li>
        ))}
        {(taken > 0 || !live) && (
          <li>
            <IconEyeOff size={14} aria-hidden />{" "}
            {taken > 0 ? coverageTexts.taken(taken, countText(taken)) : coverageTexts.noneTaken}
          </li>
        )}
      </ul>
    </Panel>
  );
}
