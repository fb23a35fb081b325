import styles from "./long-table.module.css";
import { memoised } from "./memoised.ts";
import { NarrowCells } from "./narrow-cells.tsx";
import type { TableColumn } from "./table-column.ts";
import { TickBox } from "./tick-box.tsx";

interface TableRowProps<Row> {
  row: Row | undefined;
  columns: readonly TableColumn<Row>[];
  index: number;
  /** Two lines instead of columns. */
  narrow: boolean;
  active: boolean;
  /** Open beside the table. */
  opened: boolean;
  opens: boolean;
  /** Undefined where rows cannot be ticked. */
  ticked: boolean | undefined;
  onTick: (index: number, range: boolean) => void;
}

/** One row at its place; a grey bar where its content is still to come. */
export const TableRow = memoised(function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, index, narrow, ticked, onTick } = props;
  return (
    <tr
      aria-rowindex={index + (narrow ? 1 : 2)}
      aria-current={props.opened || undefined}
      data-index={index}
      data-active={props.active}
      data-opened={props.opened}
      data-opens={props.opens}
      data-ticked={ticked ?? false}
      className={narrow ? styles.narrowRow : styles.row}
    >
      {row === undefined ? (
        <td className={styles.cell}>
          <div className={styles.coming} />
        </td>
      ) : narrow ? (
        <NarrowCells columns={columns} row={row} />
      ) : (
        <>
          {ticked !== undefined && (
            <td className={styles.tick}>
              <TickBox ticked={ticked} onTick={(range) => onTick(index, range)} />
            </td>
          )}
          {columns.map((column) => (
            <td key={column.key} className={styles.cell} data-align={column.align}>
              {column.cell(row)}
            </td>
          ))}
        </>
      )}
    </tr>
  );
});
