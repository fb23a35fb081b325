import type { Health } from "@kubin/schema";
import type { ReactNode } from "react";
import { HealthMark } from "../../parts/health-mark.tsx";
import styles from "./verdict.module.css";

interface VerdictLineProps {
  health: Health;
  question?: string;
  children: ReactNode;
}

/** The answer in one line: its health, the question it answers, the words. */
export function VerdictLine({ health, question, children }: VerdictLineProps) {
  return (
    <div className={styles.verdict} data-health={health}>
      <HealthMark health={health} />
      <span>
        {question && <span className={styles.question}>{question} </span>}
        {children}
      </span>
    </div>
  );
}
