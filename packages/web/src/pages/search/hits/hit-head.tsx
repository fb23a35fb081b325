import { IconX } from "@tabler/icons-react";
import { Name } from "../../../parts/name.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { logTexts } from "../../../texts/logs.ts";
import { toggledColumn } from "./columns-of.ts";
import styles from "./hits.module.css";

/** What stands in each column; chosen ones can be taken out again. */
export function HitHead({ columns }: { columns: readonly string[] }) {
  const [search, change] = useSearch();
  return (
    <div className={styles.head}>
      <span>{logTexts.time}</span>
      <span>{logTexts.level}</span>
      <span>{logTexts.where}</span>
      {columns.map((name) => (
        <span key={name} className={styles.headColumn}>
          <Name text={name} />
          <button
            type="button"
            aria-label={logTexts.takeColumnOut(name)}
            title={logTexts.takeColumnOut(name)}
            onClick={() => change(toggledColumn(search, name))}
          >
            <IconX size={12} aria-hidden />
          </button>
        </span>
      ))}
      <span>{logTexts.messageColumn}</span>
    </div>
  );
}
