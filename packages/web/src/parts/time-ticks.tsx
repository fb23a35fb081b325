import { useTimes } from "../times/use-times.ts";
import { tickTimes } from "./tick-times.ts";
import styles from "./time-bars.module.css";

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Round times below an axis; the day where the axis is longer than one. */
export function TimeTicks({ fromMs, toMs }: { fromMs: number; toMs: number }) {
  const times = useTimes();
  // A tick at the very edge would be cut.
  const isWhole = (ms: number) => Math.min(ms - fromMs, toMs - ms) > (toMs - fromMs) * 0.02;
  const ticks = tickTimes(fromMs, toMs);
  // Ticks less than a minute apart would read alike without seconds.
  const seconds = ticks.some((ms) => ms % minuteMs !== 0);
  const write = (at: string) => (toMs - fromMs > 2 * dayMs ? times.day(at) : times.clock(at).slice(0, seconds ? 8 : 5));
  return (
    <div className={styles.ticks} aria-hidden>
      {ticks.filter(isWhole).map((ms) => (
        <span key={ms} style={{ left: `${((ms - fromMs) / (toMs - fromMs)) * 100}%` }}>
          {write(new Date(ms).toISOString())}
        </span>
      ))}
    </div>
  );
}
