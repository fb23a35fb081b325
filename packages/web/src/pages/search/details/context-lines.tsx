import type { LogLine } from "@kubin/schema";
import { type ReactNode, useMemo } from "react";
import { LogRow } from "../../../logs/log-row.tsx";
import { foldLines, lineKey } from "../../../logs-drawer/fold-lines.ts";
import { useToggled } from "../../../logs-drawer/use-toggled.ts";
import { ScrollRegion } from "../../../parts/scroll-region.tsx";
import { logsDrawerTexts } from "../../../texts/logs-drawer.ts";
import styles from "./details.module.css";

interface ContextLinesProps {
  label: string;
  lines: readonly LogLine[];
  hit: LogLine;
  numberOf: (line: LogLine) => ReactNode;
  /** Which log a line is of, where they are of many. */
  whereOf?: (line: LogLine) => ReactNode;
}

/** Lines one below the other; those that go on with one above are folded, unless the hit is among them. */
export function ContextLines({ label, lines, hit, numberOf, whereOf }: ContextLinesProps) {
  const [unfolded, toggle] = useToggled();
  const blocks = useMemo(() => foldLines(lines, "first"), [lines]);
  const hitKey = lineKey(hit);
  const row = (line: LogLine) => (
    <LogRow
      key={lineKey(line)}
      line={line}
      number={numberOf(line)}
      where={whereOf?.(line)}
      isHit={lineKey(line) === hitKey}
      wrap={false}
    />
  );
  return (
    <ScrollRegion className={styles.scroll} label={label}>
      <div className={styles.context}>
        {blocks.map(({ key, line, more }) => {
          const open = unfolded.has(key) || more.some((one) => lineKey(one) === hitKey);
          return (
            <div key={key}>
              {row(line)}
              {open && more.map(row)}
              {more.length > 0 && (
                <button type="button" className={styles.fold} aria-expanded={open} onClick={() => toggle(key)}>
                  {open ? logsDrawerTexts.fold : logsDrawerTexts.folded(more.length)}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </ScrollRegion>
  );
}
