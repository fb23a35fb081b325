import type { LogLine } from "@kubin/schema";
import { Name } from "../../../parts/name.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import styles from "./hits.module.css";
import { fieldValue } from "./line-fields.ts";

const shownLetters = 120;

/** The values of the chosen columns; on a phone each with its name. */
export function HitCells({ line, columns }: { line: LogLine; columns: readonly string[] }) {
  return columns.map((name) => {
    const value = fieldValue(line, name);
    return (
      <span key={name} className={styles.cell} data-empty={value === ""} title={plainText(value.slice(0, 2_000))}>
        <span className={styles.cellName}>
          <Name text={name} />=
        </span>
        <Name text={value.slice(0, shownLetters)} />
      </span>
    );
  });
}
