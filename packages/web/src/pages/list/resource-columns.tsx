import type { Column, ResourceRow } from "@kubin/schema";
import { Name } from "../../parts/name.tsx";
import { plainText } from "../../plain/plain-text.ts";
import type { TableColumn } from "../../table/table-column.ts";
import { listTexts } from "../../texts/lists.ts";
import { columnWidth } from "./column-width.ts";
import { ResourceCell } from "./resource-cell.tsx";
import { ResourceName } from "./resource-name.tsx";

/** Room of the mark of health before the name, in px. */
const markPx = 20;

/** The columns of a list: name, namespace, what the server gives, and why where something is wrong. */
export function resourceColumns(opts: {
  columns: readonly Column[];
  /** The first page. */
  sample: readonly ResourceRow[];
  namespaced: boolean;
  wide: boolean;
}): TableColumn<ResourceRow>[] {
  const { columns, sample, namespaced, wide } = opts;
  const names = columnWidth({ header: listTexts.name, texts: sample.map((row) => row.name), least: 24 });
  const result: TableColumn<ResourceRow>[] = [
    {
      key: "kubin:name",
      name: listTexts.name,
      minPx: names.minPx + markPx,
      maxPx: names.maxPx + markPx,
      phone: "first",
      cell: (row) => <ResourceName row={row} />,
    },
  ];
  if (namespaced) {
    result.push({
      key: "kubin:namespace",
      name: listTexts.namespace,
      ...columnWidth({ header: listTexts.namespace, texts: sample.map((row) => row.namespace), least: 15 }),
      phone: "second",
      cell: (row) => <Name text={row.namespace} />,
    });
  }
  columns.forEach((column, at) => {
    if (column.wide && (!wide || sample.every((row) => isNothing(row.cells[at])))) return;
    const texts = column.type === "age" ? ["99m59s"] : sample.map((row) => String(row.cells[at] ?? ""));
    result.push({
      key: `${at} ${column.name}`,
      name: column.name,
      ...columnWidth({ header: column.name, texts, least: column.type === "text" ? 20 : 12 }),
      ...(column.type !== "text" && { align: "right" as const }),
      phone: column.wide ? "hidden" : column.type === "text" ? "second" : "named",
      cell: (row) => <ResourceCell column={column} cell={row.cells[at] ?? null} />,
    });
  });
  if (sample.some((row) => row.reason !== "")) {
    result.push({
      key: "kubin:why",
      name: listTexts.why,
      minPx: 150,
      maxPx: "rest",
      phone: "lead",
      cell: (row) => row.reason && <span title={row.reason}>{plainText(row.reason)}</span>,
    });
  }
  return result;
}

function isNothing(cell: string | number | null | undefined): boolean {
  return cell === null || cell === undefined || cell === "" || cell === "<none>";
}
