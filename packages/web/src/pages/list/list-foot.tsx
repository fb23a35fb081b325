import { memo, useMemo } from "react";
import type { RowSelection } from "../../table/row-selection.ts";
import { listTexts } from "../../texts/lists.ts";
import styles from "./list-page.module.css";
import { ListStatus } from "./list-status.tsx";
import type { KindRow } from "./rows/kind-row.ts";
import type { KindRows } from "./rows/use-kind-rows.ts";
import { SelectionBar } from "./select/selection-bar.tsx";

interface ListFootProps {
  kind: { group: string; plural: string };
  found: KindRows;
  shown: readonly KindRow[];
  selection: RowSelection;
  /** Name of the column that orders the rows. */
  sortedBy: string | undefined;
  down: boolean;
  onCsv: (rows: readonly KindRow[]) => void;
}

/** The last line of the list: its state, or what to do with the rows that are ticked. It is always there. */
export const ListFoot = memo(function ListFoot(props: ListFootProps) {
  const { kind, found, shown, selection, sortedBy, down, onCsv } = props;
  const { keys } = selection;
  const ticked = useMemo(
    () => (keys.size === 0 ? [] : found.rows.filter((row) => keys.has(row.key))),
    [keys, found.rows],
  );
  const seen = useMemo(
    () => (keys.size === 0 ? 0 : shown.reduce((count, row) => count + (keys.has(row.key) ? 1 : 0), 0)),
    [keys, shown],
  );
  return (
    <div className={styles.foot} data-selected={ticked.length > 0}>
      {ticked.length > 0 ? (
        <SelectionBar kind={kind} rows={ticked} seen={seen} onCsv={() => onCsv(ticked)} onClear={selection.clear} />
      ) : (
        <ListStatus found={found} order={sortedBy ? listTexts.sortedBy(sortedBy, down) : listTexts.troubleFirst} />
      )}
    </div>
  );
});
