import type { Place } from "../place/place.ts";
import { useGo } from "../place/use-go.ts";
import { moveKeys } from "./move-keys.ts";
import type { RowSelection } from "./row-selection.ts";
import type { ActiveRow } from "./use-active-row.ts";
import { useTableKeys } from "./use-table-keys.ts";

interface RowKeys<Row> {
  rows: readonly Row[];
  active: ActiveRow;
  /** Rows that fit into the view. */
  inView: number;
  placeOf: (row: Row) => Place | undefined;
  selection?: RowSelection | undefined;
  openedKey?: string | undefined;
  onLogs?: ((row: Row) => void) | undefined;
  onYaml?: ((row: Row) => void) | undefined;
  onDescribe?: ((row: Row) => void) | undefined;
}

/** j, k, arrows, pages and ends move; Enter opens; l, y, d act on the row; the space bar ticks it. */
export function useRowKeys<Row>(opts: RowKeys<Row>): void {
  const { rows, active, inView, placeOf, selection, openedKey } = opts;
  const go = useGo();
  const { index } = active;
  const row = index === undefined ? undefined : rows[index];
  const place = row && placeOf(row);
  const open = () => place && go(place);
  // What is open takes these itself.
  const onRow = (act: ((row: Row) => void) | undefined) =>
    row && act && openedKey === undefined ? () => act(row) : undefined;
  useTableKeys({
    ...moveKeys(active, rows.length, inView),
    Enter: place && open,
    l: onRow(opts.onLogs),
    y: onRow(opts.onYaml),
    d: onRow(opts.onDescribe),
    " ": selection && index !== undefined ? (event) => selection.toggle(index, event.shiftKey) : undefined,
    "ctrl+a": selection?.all,
  });
}
