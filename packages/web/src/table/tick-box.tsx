import { tableTexts } from "../texts/table.ts";
import styles from "./long-table.module.css";

interface TickBoxProps {
  ticked: boolean | "some";
  onTick: (range: boolean) => void;
  label?: string;
  /** Reached by Tab; rows are ticked by the space bar instead. */
  tabbed?: boolean;
}

/** A box to tick, as a button: a field would take the keys that walk the rows. */
export function TickBox({ ticked, onTick, label = tableTexts.tick, tabbed = false }: TickBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field would take the keys that walk the rows
    <button
      type="button"
      role="checkbox"
      aria-checked={ticked === "some" ? "mixed" : ticked}
      aria-label={label}
      tabIndex={tabbed ? 0 : -1}
      className={styles.tickBox}
      onClick={(event) => onTick(event.shiftKey)}
    >
      <span className={styles.box} />
    </button>
  );
}
