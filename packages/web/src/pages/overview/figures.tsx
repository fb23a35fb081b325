import type { Overview, Snapshot } from "@kubin/schema";
import { IconCircleCheck, IconCircleXFilled } from "@tabler/icons-react";
import { useState } from "react";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./figures.module.css";

/** The first line the eye meets: how many things fail, and how much there is. */
export function Figures({ overview }: { overview: Overview }) {
  const { counts } = overview.snapshot;
  const { snapshot } = useSnapshot();
  // As long as the page is open, so that nothing moves when the last part is there.
  const [grows] = useState(() => isLive(snapshot.state));
  const failing = overview.failingTotal;
  const figures: [number, string][] = [
    [overview.warningsTotal, overviewTexts.warningKinds(overview.warningsTotal)],
    [counts.objects, overviewTexts.objects(counts.objects)],
    [counts.types, overviewTexts.types(counts.types)],
    [counts.namespaces, overviewTexts.namespaces(counts.namespaces)],
    [counts.logStreams, overviewTexts.streams(counts.logStreams)],
    [counts.logLines, overviewTexts.lines(counts.logLines)],
  ];
  return (
    <ul className={styles.figures} data-growing={grows}>
      <li className={styles.verdict} data-failing={failing > 0}>
        {failing > 0 ? <IconCircleXFilled size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
        <b>{failing > 0 ? overviewTexts.failing(failing, countText(failing)) : noneFailing(snapshot)}</b>
      </li>
      {figures.map(([count, name]) => (
        <li key={name}>
          <b>{countText(count)}</b> <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

/** No false all-clear: what is still coming, or never came, may fail. */
function noneFailing({ state, partial }: Snapshot): string {
  if (isLive(state)) return overviewTexts.nothingFailsYet;
  return partial ? overviewTexts.nothingFailsInPart : overviewTexts.nothingFails;
}
