import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./drawer-head.module.css";
import { type LogChoice, minimumLevels } from "./log-choice.ts";

interface LevelPickerProps {
  level: LogChoice["level"];
  onChange: (level: LogChoice["level"]) => void;
}

/** The least severe level that is shown. */
export function LevelPicker({ level, onChange }: LevelPickerProps) {
  return (
    <select
      className={styles.select}
      aria-label={logsDrawerTexts.level}
      title={logsDrawerTexts.level}
      data-set={level !== undefined}
      value={level ?? ""}
      onChange={(event) => onChange(minimumLevels.find((one) => one === event.currentTarget.value))}
    >
      <option value="">{logsDrawerTexts.anyLevel}</option>
      {minimumLevels.map((one) => (
        <option key={one} value={one}>
          {logsDrawerTexts.atLeast[one]}
        </option>
      ))}
    </select>
  );
}
