import { countText } from "../plain/count-text.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import type { LogChoice } from "./log-choice.ts";
import styles from "./logs-drawer.module.css";

interface RunsNoteProps {
  runs: LogChoice["runs"];
  /** Containers of which there is a run besides the one that is shown. */
  others: number;
  onRuns: (runs: LogChoice["runs"]) => void;
}

/** Lines of one run look as if nothing had been before or after it: says so, and shows both runs by one click. */
export function RunsNote({ runs, others, onRuns }: RunsNoteProps) {
  if (others === 0) return null;
  const { runsNotes, bothRuns, currentOnly } = logsDrawerTexts;
  const next = runs === "both" ? "current" : "both";
  return (
    <p className={styles.note}>
      {runsNotes[runs](others, countText(others))}{" "}
      <button type="button" onClick={() => onRuns(next)}>
        {next === "both" ? bothRuns : currentOnly}
      </button>
    </p>
  );
}
