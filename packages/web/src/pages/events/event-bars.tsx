import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAnalytics } from "../../data/analytics-queries.ts";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { TimeBars } from "../../parts/time-bars.tsx";
import { useTimelineHint } from "../../parts/use-timeline-hint.ts";
import { namespacesOf } from "../../place/namespaces-of.ts";
import { useSearch } from "../../place/use-search.ts";
import { eventTexts } from "../../texts/events.ts";
import { timelineTexts } from "../../texts/timeline.ts";
import { rangeOf } from "../overview/range-of.ts";
import styles from "./events-page.module.css";

/** When the events were, above their list; a range chosen here holds for the list. Its room is kept until it comes. */
export function EventBars() {
  const [search, change] = useSearch();
  const hint = useTimelineHint();
  const namespaces = namespacesOf(search);
  const { data } = useQuery(useAnalytics().timeline(namespaces ? { namespaces } : {}));
  const lanes = useMemo(() => {
    const values = (of: "normal" | "warning") => data?.buckets.map((bucket) => bucket[of]) ?? [];
    return [
      {
        height: 36,
        series: [
          { name: timelineTexts.warning, tone: "amber" as const, values: values("warning") },
          { name: timelineTexts.normal, tone: "quiet" as const, values: values("normal") },
        ],
      },
    ];
  }, [data]);
  const { state, counts } = useSnapshot().snapshot;
  const isEmpty = data?.buckets.every(({ normal, warning }) => normal + warning === 0);
  // Without events, which is known at once, no room is kept.
  if (counts.events === 0 && !isLive(state)) return null;
  return (
    <div className={styles.bars}>
      {data && !isEmpty && (
        <TimeBars
          label={eventTexts.bars}
          from={data.from}
          bucketMs={data.bucketMs}
          lanes={lanes}
          range={rangeOf(search)}
          onRange={(range) => change({ from: range?.from ?? "", to: range?.to ?? "" })}
          hint={hint}
        />
      )}
    </div>
  );
}
