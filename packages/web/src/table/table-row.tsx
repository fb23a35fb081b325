import styles from "./long-table.module.css";
import { NarrowCells } from "./narrow-cells.tsx";
import type { TableColumn } from "./table-column.ts";

interface TableRowProps<Row> {
  row: Row | undefined;
  columns: readonly TableColumn<Row>[];
  index: number;
  topPx: number;
  heightPx: number;
  /** The grid of the columns; undefined on a phone. */
  tracks: string | undefined;
  active: boolean;
  opens: boolean;
}

/** One row at its place; a grey bar where its content is still to come. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, index, topPx, heightPx, tracks, active, opens } = props;
  return (
    <tr
      aria-rowindex={index + (tracks === undefined ? 1 : 2)}
      data-index={index}
      data-active={active}
      data-opens={opens}
      className={tracks === undefined ? styles.narrowRow : styles.row}
      style={{ transform: `translateY(${topPx}px)`, height: heightPx, gridTemplateColumns: tracks }}
    >
      {row === undefined ? (
        <td className={styles.cell}>
          <div className={styles.coming} />
        </td>
      ) : tracks === undefined ? (
        <NarrowCells columns={columns} row={row} />
      ) : (
        columns.map((column) => (
          <td key={column.key} className={styles.cell} data-align={column.align}>
            {column.cell(row)}
          </td>
        ))
      )}
    </tr>
  );
}
