import type { Overview } from "@kubin/schema";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { Age } from "../../parts/age.tsx";
import { HealthMark } from "../../parts/health-mark.tsx";
import { Panel } from "../../parts/panel.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./warnings-panel.module.css";

const shownAtMost = 12;

/** Warning events, those with one reason about one kind together. */
export function WarningsPanel({ overview }: { overview: Overview }) {
  const { warnings } = overview;
  const live = isLive(useSnapshot().snapshot.state);
  return (
    <Panel
      flush
      title={overviewTexts.warningsTitle}
      aside={<PlaceLink place={{ page: "events", search: { type: "Warning" } }}>{overviewTexts.allWarnings}</PlaceLink>}
    >
      {warnings.length === 0 && (
        <p className={styles.none}>{live ? overviewTexts.noWarningsYet : overviewTexts.noWarnings}</p>
      )}
      <ul>
        {warnings.slice(0, shownAtMost).map((group) => (
          <li key={`${group.kind} ${group.reason}`} className={styles.row}>
            <div className={styles.first}>
              <HealthMark health="warning" />
              <PlaceLink place={{ page: "events", search: { type: "Warning", q: group.reason } }}>
                {plainText(group.reason)}
              </PlaceLink>
              <span className={styles.aside}>
                {overviewTexts.about(group.kind, group.objects, countText(group.objects))}
              </span>
              <span className={styles.end}>
                {overviewTexts.times(countText(group.count))}
                {group.lastAt && (
                  <>
                    {" "}
                    · <Age at={group.lastAt} />
                  </>
                )}
              </span>
            </div>
            <p className={styles.sample} title={plainText(group.sample)}>
              {plainText(group.sample)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
