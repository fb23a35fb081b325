import { IconBolt, IconFileText, IconHistory, IconList, type TablerIcon } from "@tabler/icons-react";
import { HealthMark } from "../parts/health-mark.tsx";
import { Name } from "../parts/name.tsx";
import { MarkedMatch } from "./marked-match.tsx";
import { optionId } from "./option-id.ts";
import styles from "./palette.module.css";
import type { EntryIcon, PaletteEntry } from "./palette-entry.ts";

interface PaletteOptionProps {
  entry: PaletteEntry;
  active: boolean;
  text: string;
  onPoint: (key: string) => void;
  onRun: (entry: PaletteEntry, asPage: boolean) => void;
}

const icons: Readonly<Record<Exclude<EntryIcon, "object">, TablerIcon>> = {
  kind: IconList,
  page: IconFileText,
  action: IconBolt,
  recent: IconHistory,
};

/** One entry: what it is called, what it is, and where the text was found in it. */
export function PaletteOption({ entry, active, text, onPoint, onRun }: PaletteOptionProps) {
  const Icon = entry.icon === "object" ? undefined : icons[entry.icon];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which holds the focus
    <div
      id={optionId(entry.key)}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={styles.option}
      onMouseMove={() => !active && onPoint(entry.key)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onRun(entry, event.metaKey || event.ctrlKey)}
    >
      {entry.health ? (
        <HealthMark health={entry.health} />
      ) : (
        Icon && <Icon size={14} aria-hidden className={styles.icon} />
      )}
      <span className={styles.name}>
        <MarkedMatch text={entry.name} match={entry.found ? "" : text} />
      </span>
      {entry.what !== "" && (
        <span className={styles.what}>
          <Name text={entry.what} />
        </span>
      )}
      {entry.found && (
        <span className={styles.found}>
          {entry.found.where}: <MarkedMatch text={entry.found.text} match={text} />
        </span>
      )}
      {entry.aside && <span className={styles.aside}>{entry.aside}</span>}
    </div>
  );
}
