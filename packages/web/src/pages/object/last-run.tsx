import type { PodContainer } from "../../object/pod-containers.ts";
import { Age } from "../../parts/age.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./containers-panel.module.css";

const shownAtMost = 400;

/** How the run before ended. */
export function LastRun({ last }: { last: PodContainer["last"] }) {
  if (!last) return null;
  const { message } = last;
  return (
    <div className={styles.before}>
      {objectTexts.before} {plainText(last.state)}
      {last.exitCode !== undefined && `, ${objectTexts.exited(last.exitCode)}`}
      {last.at && (
        <span className={styles.message}>
          {" "}
          · <Age at={last.at} />
        </span>
      )}
      {message && (
        <div className={styles.message}>
          {plainText(message.length > shownAtMost ? `…${message.slice(-shownAtMost)}` : message)}
        </div>
      )}
    </div>
  );
}
