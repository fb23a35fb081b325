import type { Timeline, TroubledItem } from "@kubin/schema";
import { overviewTexts } from "../../texts/overview.ts";
import { useTimes } from "../../times/use-times.ts";
import { momentsOnAxis } from "./moments-on-axis.ts";
import styles from "./moments-strip.module.css";

interface MomentsStripProps {
  moments: NonNullable<TroubledItem["moments"]>;
  axis: Pick<Timeline, "from" | "to">;
}

const width = 120;
const height = 18;
const heights = { normal: 6, warning: 12, restart: 18 } as const;

/** What happened to a workload, on the time axis of the page: events are ticks, restarts stand out. */
export function MomentsStrip({ moments, axis }: MomentsStripProps) {
  const times = useTimes();
  const seen = momentsOnAxis(moments, axis);
  if (seen.length === 0) return null;
  const count = (what: string) => seen.filter((moment) => moment.what === what).length;
  const words = overviewTexts.moments({
    restarts: count("restart"),
    warnings: count("warning"),
    others: count("normal"),
    from: times.text(axis.from),
    to: times.text(axis.to),
  });
  return (
    <svg className={styles.strip} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <title>{words}</title>
      <path className={styles.line} d={`M0 ${height - 0.5}H${width}`} />
      {(["normal", "warning", "restart"] as const).map((what) => (
        <path
          key={what}
          className={styles[what]}
          d={seen
            .filter((moment) => moment.what === what)
            .map(({ share }) => `M${(1 + share * (width - 2)).toFixed(1)} ${height}v-${heights[what]}`)
            .join("")}
        />
      ))}
    </svg>
  );
}
