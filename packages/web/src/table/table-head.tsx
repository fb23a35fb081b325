import styles from "./long-table.module.css";
import type { TableColumn } from "./table-column.ts";

interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[];
  tracks: string;
}

/** The names of the columns; they stay in view. */
export function TableHead<Row>({ columns, tracks }: TableHeadProps<Row>) {
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => (
          <th key={column.key} scope="col" className={styles.cell} data-align={column.align}>
            {column.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
