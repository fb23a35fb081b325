import type { LogLine } from "@kubin/schema";
import type { ReactNode } from "react";
import { useTimes } from "../times/use-times.ts";
import { LevelMark } from "./level-mark.tsx";
import styles from "./log-line.module.css";
import { LogMessage } from "./log-message.tsx";

interface LogRowProps {
  line: LogLine;
  /** The line's number, as text or link. */
  number: ReactNode;
  /** Which log it is of, where others stand beside it. */
  where?: ReactNode;
  isHit: boolean;
  wrap: boolean;
}

/** One line of a stream: number, time, level, text. */
export function LogRow({ line, number, where, isHit, wrap }: LogRowProps) {
  const times = useTimes();
  return (
    <div className={styles.line} data-hit={isHit} data-wrap={wrap} data-level={line.level}>
      <span className={styles.number}>{number}</span>
      <time className={styles.time} title={line.at ? times.hint(line.at) : undefined}>
        {times.clock(line.at)}
      </time>
      {where !== undefined && <span className={styles.where}>{where}</span>}
      <LevelMark level={line.level} />
      <span className={styles.message}>
        <LogMessage text={line.message} />
      </span>
    </div>
  );
}
