import styles from "./long-table.module.css";
import type { TableColumn } from "./table-column.ts";

interface NarrowCellsProps<Row> {
  columns: readonly TableColumn<Row>[];
  row: Row;
}

/** The cells of a row on a phone: what it is, and below how it is. */
export function NarrowCells<Row>({ columns, row }: NarrowCellsProps<Row>) {
  return (
    <>
      <td className={styles.narrowFirst}>
        {columns
          .filter(({ phone }) => phone === "first")
          .map((column) => (
            <span key={column.key}>{column.cell(row)}</span>
          ))}
      </td>
      <td className={styles.narrowSecond}>
        {[
          ...columns.filter(({ phone }) => phone === "lead"),
          ...columns.filter(({ phone }) => phone === "second" || phone === "named"),
        ].map((column) => (
          <span key={column.key}>
            {column.phone === "named" && <span className={styles.narrowName}>{column.name} </span>}
            {column.cell(row)}
          </span>
        ))}
      </td>
    </>
  );
}
