import { Age } from "../../../parts/age.tsx";
import { Name } from "../../../parts/name.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import type { TableColumn } from "../../../table/table-column.ts";
import { ResourceName } from "../resource-name.tsx";
import type { KindRow } from "../rows/kind-row.ts";
import { cellText } from "./cell-text.ts";
import styles from "./cells.module.css";
import type { ColumnRoom } from "./column-room.ts";
import type { ListColumn } from "./list-column.ts";
import { firstWide } from "./visible-columns.ts";

interface TableColumnsOptions {
  columns: readonly ListColumn[];
  roomOf: (column: ListColumn) => ColumnRoom;
  hrefOf: (row: KindRow) => string;
}

/** Columns of a list as the table draws them. */
export function tableColumns({ columns, roomOf, hrefOf }: TableColumnsOptions): TableColumn<KindRow>[] {
  return columns.map((column) => {
    const { minPx, goodPx, maxPx } = roomOf(column);
    return {
      key: column.id,
      name: column.name,
      minPx,
      goodPx,
      maxPx: column.id === "why" ? "rest" : maxPx,
      yields: column.wide && column.id !== firstWide,
      ...(column.type !== "text" && { align: "right" as const }),
      phone: phoneOf(column),
      cell: (row) => <ListCell column={column} row={row} hrefOf={hrefOf} />,
    };
  });
}

function phoneOf(column: ListColumn): TableColumn<KindRow>["phone"] {
  if (column.id === "name") return "first";
  if (column.id === "why") return "lead";
  if (column.wide) return "hidden";
  if (column.id === "age") return "end";
  return column.type === "text" && column.label === undefined ? "second" : "named";
}

interface ListCellProps {
  column: ListColumn;
  row: KindRow;
  hrefOf: (row: KindRow) => string;
}

/** Ages as of the capture, numbers with separators, text with its whole self on hover. */
function ListCell({ column, row, hrefOf }: ListCellProps) {
  if (column.id === "name") return <ResourceName row={row} href={hrefOf(row)} />;
  const cell = column.value(row);
  if (cell === null || cell === "") return null;
  if (column.id === "namespace") return <Name text={row.namespace} />;
  if (column.type === "age") return <Age at={String(cell)} />;
  if (column.type === "number" && typeof cell === "number") return countText(cell);
  const text = plainText(cellText(column.type, cell, ""));
  return (
    <span className={text === "<none>" ? styles.none : undefined} title={text}>
      {text}
    </span>
  );
}
