import styles from "./long-table.module.css";
import type { TableColumn } from "./table-column.ts";

interface NarrowCellsProps<Row> {
  columns: readonly TableColumn<Row>[];
  row: Row;
}

/** The cells of a row on a phone: what it is, and below how it is. */
export function NarrowCells<Row>({ columns, row }: NarrowCellsProps<Row>) {
  const cellOf = ({ cell, phoneCell = cell }: TableColumn<Row>) => phoneCell(row);
  return (
    <>
      <td className={styles.narrowFirst}>
        {columns
          .filter(({ phone }) => phone === "first")
          .map((column) => (
            <span key={column.key}>{cellOf(column)}</span>
          ))}
        <span className={styles.narrowEnd}>
          {columns
            .filter(({ phone }) => phone === "end")
            .map((column) => (
              <span key={column.key}>{cellOf(column)}</span>
            ))}
        </span>
      </td>
      <td className={styles.narrowSecond}>
        {[
          ...columns.filter(({ phone }) => phone === "lead"),
          ...columns.filter(({ phone }) => phone === "second" || phone === "named"),
        ].map((column) => (
          <span key={column.key}>
            {column.phone === "named" && <span className={styles.narrowName}>{column.name} </span>}
            {cellOf(column)}
          </span>
        ))}
      </td>
    </>
  );
}
