import type { PodContainer } from "../../object/pod-containers.ts";
import { Age } from "../../parts/age.tsx";
import { HealthMark } from "../../parts/health-mark.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./containers-panel.module.css";
import { LastRun } from "./last-run.tsx";

/** What the container was doing at the capture, with the kubelet's words. */
export function ContainerState({ container }: { container: PodContainer }) {
  const { health, state, exitCode, since, message, ready, role, last } = container;
  const isUnready = ready === false && role === "app" && state.startsWith("Running");
  return (
    <div className={styles.state}>
      <HealthMark health={health} /> {state ? plainText(state) : objectTexts.noState}
      {exitCode !== undefined && `, ${objectTexts.exited(exitCode)}`}
      {isUnready && `, ${objectTexts.notReady}`}
      {since && (
        <span className={styles.message}>
          {" "}
          · <Age at={since} />
        </span>
      )}
      {message && <div className={styles.message}>{plainText(message)}</div>}
      {last && <LastRun last={last} />}
    </div>
  );
}
