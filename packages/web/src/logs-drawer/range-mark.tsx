import { CloseButton } from "@mantine/core";
import type { TimeRange } from "../parts/time-bars.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { useTimes } from "../times/use-times.ts";
import styles from "./drawer-head.module.css";

/** The range of time that holds; one click gives it back. */
export function RangeMark({ range, onClear }: { range: TimeRange; onClear: () => void }) {
  const times = useTimes();
  const clock = (at: string) => times.clock(at).replace(/\.000$/, "");
  return (
    <span className={styles.range} title={`${times.text(range.from, "seconds")} – ${times.text(range.to, "seconds")}`}>
      {clock(range.from)}–{clock(range.to)}
      <CloseButton
        size="sm"
        aria-label={logsDrawerTexts.clearRange}
        title={logsDrawerTexts.clearRange}
        onClick={onClear}
      />
    </span>
  );
}
