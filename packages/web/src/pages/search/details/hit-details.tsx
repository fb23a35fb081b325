import type { LogLine } from "@kubin/schema";
import { logTexts } from "../../../texts/logs.ts";
import { Context } from "./context.tsx";
import styles from "./details.module.css";
import { HitFields } from "./hit-fields.tsx";
import { HitTools } from "./hit-tools.tsx";

/** All about one line: what is done with it, what it holds, and what stands around it. */
export function HitDetails({ line }: { line: LogLine }) {
  return (
    <section className={styles.details} aria-label={logTexts.detailsOf(line.line + 1)}>
      <HitTools line={line} />
      <div className={styles.panes}>
        <HitFields line={line} />
        <Context hit={line} />
      </div>
    </section>
  );
}
