import { CloseButton } from "@mantine/core";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { useTimes } from "../times/use-times.ts";
import styles from "./drawer-head.module.css";
import type { LogRange } from "./log-range.ts";
import { rangeWords } from "./range-words.ts";

/** The range of time that holds; one click gives it back. */
export function RangeMark({ range, onClear }: { range: LogRange; onClear: () => void }) {
  const times = useTimes();
  const clock = (at: string) => times.clock(at).replace(/\.000$/, "");
  return (
    <span className={styles.range} title={rangeWords(range, (at) => times.text(at, "seconds"))}>
      {rangeWords(range, clock)}
      <CloseButton
        size="sm"
        aria-label={logsDrawerTexts.clearRange}
        title={logsDrawerTexts.clearRange}
        onClick={onClear}
      />
    </span>
  );
}
