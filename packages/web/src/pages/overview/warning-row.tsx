import type { WarningGroup } from "@kubin/schema";
import { Age } from "../../parts/age.tsx";
import { HealthMark } from "../../parts/health-mark.tsx";
import type { TimeRange } from "../../parts/time-bars.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { eventTexts } from "../../texts/events.ts";
import { overviewTexts } from "../../texts/overview.ts";
import styles from "./warnings-panel.module.css";

/** Warnings of one reason: how often, about what, when last, and the newest message. */
export function WarningRow({ group, range }: { group: WarningGroup; range: TimeRange | undefined }) {
  const sample = plainText(group.sample);
  return (
    <li className={styles.row}>
      <span className={styles.count}>{overviewTexts.times(countText(group.count))}</span>
      <span className={styles.first}>
        <HealthMark health="warning" />
        <PlaceLink place={{ page: "events", search: { type: "Warning", q: group.reason, ...range } }}>
          {plainText(group.reason) || eventTexts.noReason}
        </PlaceLink>
        <span className={styles.aside}>
          {overviewTexts.about(plainText(group.kind), group.objects, countText(group.objects))}
        </span>
      </span>
      <span className={styles.end}>{group.lastAt && <Age at={group.lastAt} />}</span>
      <p className={styles.sample} title={sample}>
        {sample}
      </p>
    </li>
  );
}
