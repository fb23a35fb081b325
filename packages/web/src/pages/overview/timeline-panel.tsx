import type { Snapshot, Timeline } from "@kubin/schema";
import { useMemo } from "react";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { Panel } from "../../parts/panel.tsx";
import { TimeBars, type TimeRange } from "../../parts/time-bars.tsx";
import { useTimelineHint } from "../../parts/use-timeline-hint.ts";
import { namespacesOf } from "../../place/namespaces-of.ts";
import { PlaceLink } from "../../place/place-link.tsx";
import { useSearch } from "../../place/use-search.ts";
import { failureTexts } from "../../texts/failures.ts";
import { timelineTexts } from "../../texts/timeline.ts";
import { useTimes } from "../../times/use-times.ts";
import styles from "./timeline-panel.module.css";

interface TimelinePanelProps {
  query: { data: Timeline | undefined; error: unknown; refetch: () => unknown };
  range: TimeRange | undefined;
  onRange: (range: TimeRange | undefined) => void;
}

/** Events and log errors on one axis; a range chosen here holds for the warnings below. */
export function TimelinePanel({ query, range, onRange }: TimelinePanelProps) {
  const { data } = query;
  const hint = useTimelineHint();
  const { snapshot } = useSnapshot();
  const [search] = useSearch();
  const lanes = useMemo(() => lanesOf(data), [data]);
  const { state, counts } = snapshot;
  // Where there is nothing to show, which is known at once, no room is kept for it.
  const nothing = !isLive(state) && counts.events === 0 && counts.logLines === 0;
  const isEmpty = nothing || data?.buckets.every(({ normal, warning, errors }) => normal + warning + errors === 0);
  return (
    <Panel title={timelineTexts.title} aside={range ? <RangeLinks range={range} onRange={onRange} /> : <Legend />}>
      <div className={nothing ? undefined : styles.room}>
        {data && isEmpty === false && (
          <TimeBars
            label={timelineTexts.title}
            from={data.from}
            bucketMs={data.bucketMs}
            lanes={lanes}
            range={range}
            onRange={onRange}
            hint={data.incomplete ? timelineTexts.incomplete(data.incomplete) : hint}
          />
        )}
        {isEmpty && <p className={styles.none}>{whyEmpty(snapshot, namespacesOf(search) !== undefined)}</p>}
        {!data && !nothing && Boolean(query.error) && (
          <p className={styles.none} role="alert">
            {timelineTexts.failed}{" "}
            <button type="button" className={styles.again} onClick={() => void query.refetch()}>
              {failureTexts.again}
            </button>
          </p>
        )}
      </div>
    </Panel>
  );
}

function whyEmpty({ state, counts }: Snapshot, inNamespaces: boolean): string {
  if (isLive(state)) return timelineTexts.emptyYet;
  if (counts.events === 0 && counts.logStreams === 0) return timelineTexts.nothing;
  return inNamespaces ? timelineTexts.emptyHere : timelineTexts.empty;
}

function lanesOf(data: Timeline | undefined) {
  const values = (of: "normal" | "warning" | "errors") => data?.buckets.map((bucket) => bucket[of]) ?? [];
  return [
    {
      height: 44,
      series: [
        { name: timelineTexts.warning, tone: "amber" as const, values: values("warning") },
        { name: timelineTexts.normal, tone: "quiet" as const, values: values("normal") },
      ],
    },
    { height: 30, series: [{ name: timelineTexts.errors, tone: "red" as const, values: values("errors") }] },
  ];
}

function Legend() {
  return (
    <span className={styles.legend}>
      <span data-tone="amber">{timelineTexts.warning}</span>
      <span data-tone="quiet">{timelineTexts.normal}</span>
      <span data-tone="red">{timelineTexts.errors}</span>
    </span>
  );
}

function RangeLinks({ range, onRange }: { range: TimeRange; onRange: (range: undefined) => void }) {
  const times = useTimes();
  const { from, to } = range;
  return (
    <span className={styles.links}>
      <span>{timelineTexts.range(times.clock(from).slice(0, 8), times.clock(to).slice(0, 8))}</span>
      <PlaceLink place={{ page: "logs", search: { q: `level:>=error after:${from} before:${to}` } }}>
        {timelineTexts.errorsOfRange}
      </PlaceLink>
      <PlaceLink place={{ page: "logs", search: { q: `after:${from} before:${to}` } }}>{timelineTexts.logs}</PlaceLink>
      <PlaceLink place={{ page: "events", search: { from, to } }}>{timelineTexts.events}</PlaceLink>
      <button type="button" onClick={() => onRange(undefined)}>
        {timelineTexts.clear}
      </button>
    </span>
  );
}
