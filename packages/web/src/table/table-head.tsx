import { tableTexts } from "../texts/table.ts";
import { HeadCell } from "./head-cell.tsx";
import styles from "./long-table.module.css";
import type { LongTableProps } from "./long-table-props.ts";
import { TickBox } from "./tick-box.tsx";

type TableHeadProps<Row> = Pick<LongTableProps<Row>, "columns" | "rows" | "selection" | "sort" | "onSort" | "headMenu">;

/** The names of the columns; they stay in view, order the rows and open their menus. */
export function TableHead<Row>({ columns, rows, selection, sort, onSort, headMenu }: TableHeadProps<Row>) {
  const ticked = selection?.keys.size ?? 0;
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow}>
        {selection && (
          <td className={styles.tick}>
            <TickBox
              tabbed
              label={tableTexts.tickAll}
              ticked={ticked === 0 ? false : ticked >= rows.length ? true : "some"}
              onTick={() => (ticked === 0 ? selection.all() : selection.clear())}
            />
          </td>
        )}
        {columns.map(({ key, name, align }) => (
          <HeadCell
            key={key}
            id={key}
            name={name}
            align={align}
            sorted={sort?.key === key ? (sort.down ? "descending" : "ascending") : undefined}
            onSort={onSort}
            menu={headMenu}
          />
        ))}
      </tr>
    </thead>
  );
}
