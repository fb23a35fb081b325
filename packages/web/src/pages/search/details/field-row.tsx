import { IconColumnInsertRight, IconColumnRemove } from "@tabler/icons-react";
import { Name } from "../../../parts/name.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { logTexts } from "../../../texts/logs.ts";
import { columnsOf, toggledColumn } from "../hits/columns-of.ts";
import styles from "./details.module.css";

/** A line of a megabyte would stop the browser; all of it is copied by "Copy line". */
const shownLetters = 8_000;

/** One field: its value, and what can be done with it. */
export function FieldRow({ name, value }: { name: string; value: string }) {
  const [search, change] = useSearch();
  const isColumn = columnsOf(search).includes(name);
  const columnLabel = isColumn ? logTexts.takeColumnOut(name) : logTexts.asColumn(name);
  return (
    <tr>
      <th scope="row">
        <Name text={name} />
      </th>
      <td className={styles.value}>
        <Name text={value.slice(0, shownLetters)} />
      </td>
      <td className={styles.acts}>
        <button
          type="button"
          aria-pressed={isColumn}
          aria-label={columnLabel}
          title={columnLabel}
          onClick={() => change(toggledColumn(search, name))}
        >
          {isColumn ? <IconColumnRemove size={14} aria-hidden /> : <IconColumnInsertRight size={14} aria-hidden />}
        </button>
      </td>
    </tr>
  );
}
