import { IconArrowDown, IconArrowUp, IconEyeOff } from "@tabler/icons-react";
import { useMemo } from "react";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { listTexts } from "../../../texts/lists.ts";
import { commonValues } from "../filter/common-values.ts";
import type { KindRow } from "../rows/kind-row.ts";
import type { ListSort } from "../sort/sort-of.ts";
import styles from "./head-menu.module.css";
import type { ListColumn } from "./list-column.ts";

interface HeadMenuProps {
  column: ListColumn;
  /** Those that the rest of the filter leaves. */
  rows: readonly KindRow[];
  asOf: string;
  onSort: (sort: ListSort) => void;
  onHide: (() => void) | undefined;
  onFilter: (term: string) => void;
}

/** What one can do by a column: order, filter by one of its values, take it away. */
export function HeadMenu({ column, rows, asOf, onSort, onHide, onFilter }: HeadMenuProps) {
  const values = useMemo(() => commonValues(rows, column, asOf), [rows, column, asOf]);
  // Values that are all different are no choice.
  const telling = values.some(({ count }) => count > 1) || rows.length <= 1;
  return (
    <div className={styles.menu}>
      <button type="button" onClick={() => onSort({ by: column.id, down: false })}>
        <IconArrowUp size={14} aria-hidden />
        {listTexts.sortUp}
      </button>
      <button type="button" onClick={() => onSort({ by: column.id, down: true })}>
        <IconArrowDown size={14} aria-hidden />
        {listTexts.sortDown}
      </button>
      {onHide && (
        <button type="button" onClick={onHide}>
          <IconEyeOff size={14} aria-hidden />
          {listTexts.hideColumn}
        </button>
      )}
      {telling && (
        <>
          <h2>{listTexts.filterBy}</h2>
          <div className={styles.values}>
            {values.map(({ text, count, term }) => (
              <button key={text} type="button" title={plainText(text)} onClick={() => onFilter(term)}>
                <span className={text === "" ? styles.none : styles.value}>
                  {text === "" ? listTexts.noValue : plainText(text)}
                </span>
                <span className={styles.count}>{countText(count)}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
