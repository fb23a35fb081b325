import type { ReactNode } from "react";
import { ScrollRegion } from "./scroll-region.tsx";
import styles from "./small-table.module.css";

interface SmallTableColumn {
  name: string;
  align?: "right";
}

interface SmallTableProps {
  label: string;
  columns: readonly SmallTableColumn[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A table short enough to be drawn whole. Where it is narrow each row is a card with the names of the columns in it. */
export function SmallTable({ label, columns, rows }: SmallTableProps) {
  return (
    <ScrollRegion className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" data-align={column.align}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, at) => (
                <td key={columns[at]?.name ?? at} data-align={columns[at]?.align} data-name={columns[at]?.name}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
