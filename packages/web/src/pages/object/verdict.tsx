import type { ResourceRow } from "@kubin/schema";
import { HealthMark } from "../../parts/health-mark.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./verdict.module.css";

/** How it is, and why, in one line. */
export function Verdict({ row, isPod }: { row: ResourceRow; isPod: boolean }) {
  const trouble = row.health === "failing" || row.health === "warning";
  const quiet = row.health === "unknown" ? objectTexts.unknown : objectTexts.fine;
  return (
    <div className={styles.verdict} data-health={row.health}>
      <HealthMark health={row.health} />
      <span>
        {trouble && isPod && row.health === "failing" && <span className={styles.question}>{objectTexts.podWhy} </span>}
        {plainText(row.reason) || quiet}
      </span>
    </div>
  );
}
