import { useRef, useState } from "react";
import { useTimes } from "../times/use-times.ts";
import { BarLane } from "./bar-lane.tsx";
import type { BarSeries } from "./bar-series.ts";
import styles from "./time-bars.module.css";
import { TimeTicks } from "./time-ticks.tsx";

export interface TimeRange {
  from: string;
  to: string;
}

interface TimeBarsProps {
  label: string;
  /** Begin of the first bucket. */
  from: string;
  bucketMs: number;
  /** Each lane is stacked and scaled by itself, all on one axis. */
  lanes: readonly { height: number; series: readonly BarSeries[] }[];
  range: TimeRange | undefined;
  onRange: (range: TimeRange | undefined) => void;
  /** Stands below until one points at the bars. */
  hint: string;
}

/** Bars over time. A range is chosen by dragging, or with the arrow keys and Shift; Escape gives it back. */
export function TimeBars({ label, from, bucketMs, lanes, range, onRange, hint }: TimeBarsProps) {
  const times = useTimes();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number>();
  const [anchor, setAnchor] = useState<number>();
  const [dragged, setDragged] = useState<{ first: number; last: number }>();
  const fromMs = Date.parse(from);
  const all = lanes.flatMap(({ series }) => series);
  const count = Math.max(1, ...all.map(({ values }) => values.length));
  const startOf = (bucket: number) => new Date(fromMs + bucket * bucketMs).toISOString();
  const clock = (bucket: number) => times.clock(startOf(bucket)).slice(0, bucketMs < 60_000 ? 8 : 5);
  const between = (a: number, b: number) => ({ first: Math.min(a, b), last: Math.max(a, b) });
  const choose = ({ first, last }: { first: number; last: number }) =>
    onRange({ from: startOf(first), to: startOf(last + 1) });
  const bucketAt = (clientX: number) => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return Math.max(0, Math.min(count - 1, Math.floor(((clientX - left) / width) * count)));
  };
  const share = (time: string) => Math.max(0, Math.min(1, (Date.parse(time) - fromMs) / (count * bucketMs)));
  const marked = dragged
    ? { left: dragged.first / count, right: (dragged.last + 1) / count }
    : range && { left: share(range.from), right: share(range.to) };
  const words = (bucket: number) =>
    [
      `${clock(bucket)} – ${clock(bucket + 1)}`,
      ...all.map(({ name, values }) => `${name}: ${values[bucket] ?? 0}`),
    ].join(" · ");
  const now = at ?? 0;

  return (
    <div className={styles.bars}>
      <div
        ref={box}
        className={styles.area}
        role="slider"
        tabIndex={0}
        aria-label={`${label}. ${hint}`}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={now}
        aria-valuetext={words(now)}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const bucket = bucketAt(event.clientX);
          setAnchor(bucket);
          setDragged({ first: bucket, last: bucket });
        }}
        onPointerMove={(event) => {
          const bucket = bucketAt(event.clientX);
          setAt(bucket);
          if (dragged && anchor !== undefined) setDragged(between(anchor, bucket));
        }}
        onPointerUp={() => {
          if (dragged) choose(dragged);
          setDragged(undefined);
        }}
        onPointerCancel={() => setDragged(undefined)}
        onPointerLeave={() => setAt(undefined)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && range) {
            event.stopPropagation();
            onRange(undefined);
            return;
          }
          const moved = nextBucket(event.key, { now, count });
          if (moved === undefined) return;
          event.preventDefault();
          setAt(moved);
          const start = event.shiftKey ? (anchor ?? now) : moved;
          setAnchor(start);
          if (event.shiftKey || event.key === "Enter") choose(between(start, moved));
        }}
      >
        {lanes.map(({ height, series }) => (
          <BarLane key={series.map(({ name }) => name).join()} height={height} series={series} count={count} />
        ))}
        {at !== undefined && !dragged && (
          <span className={styles.cursor} style={{ left: `${(at / count) * 100}%`, width: `${100 / count}%` }} />
        )}
        {marked && (
          <span
            className={styles.range}
            style={{ left: `${marked.left * 100}%`, width: `${(marked.right - marked.left) * 100}%` }}
          />
        )}
      </div>
      <TimeTicks fromMs={fromMs} toMs={fromMs + count * bucketMs} />
      <p className={styles.words} aria-hidden>
        {at === undefined ? hint : words(at)}
      </p>
    </div>
  );
}

/** Where a key leads on the axis; undefined for keys that mean nothing here. */
function nextBucket(key: string, { now, count }: { now: number; count: number }): number | undefined {
  const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -count, End: count, Enter: 0 }[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, now + step));
}
