import { memo, useCallback } from "react";
import { formatObjectRef, parseObjectRef } from "../../place/object-ref.ts";
import { useOpens } from "../../place/opens-context.ts";
import type { Place } from "../../place/place.ts";
import { useGo } from "../../place/use-go.ts";
import { useSearch } from "../../place/use-search.ts";
import { LongTable } from "../../table/long-table.tsx";
import type { RowSelection } from "../../table/row-selection.ts";
import { withColumn } from "./columns/column-choice.ts";
import { HeadMenu } from "./columns/head-menu.tsx";
import type { useListColumns } from "./columns/use-list-columns.ts";
import { besideColumn } from "./filter/beside-column.ts";
import { createRowFinder } from "./filter/row-finder.ts";
import { healthsOf } from "./list-search.ts";
import { type KindRow, rowKeyOf } from "./rows/kind-row.ts";
import type { KindRows } from "./rows/use-kind-rows.ts";
import { formatSort, nextSort, sortOf } from "./sort/sort-of.ts";

interface ResourceTableProps {
  kind: { group: string; plural: string };
  title: string;
  columns: ReturnType<typeof useListColumns>;
  shown: readonly KindRow[];
  found: KindRows;
  filtered: boolean;
  /** The filter, and a way to change it. */
  line: string;
  onLine: (line: string) => void;
  /** How often the filter was left for the rows. */
  entered: number;
  selection: RowSelection;
  asOf: string;
}

const keyOf = ({ key }: KindRow) => key;

/** The rows of a list in a table that orders, opens and ticks them. */
export const ResourceTable = memo(function ResourceTable(props: ResourceTableProps) {
  const { kind, title, columns, shown, found, filtered, line, onLine, entered, selection, asOf } = props;
  const go = useGo();
  const [search, change] = useSearch();
  const opens = useOpens();
  const sort = sortOf(search);
  const opened = parseObjectRef(search.open);
  const isOurs = opened?.group === kind.group && opened.plural === kind.plural;
  const placeOf = useCallback(
    ({ namespace, name }: KindRow, words: { tab?: string | undefined } = {}) =>
      ({ page: "object", ...kind, namespace, name, search: words }) satisfies Place,
    [kind],
  );
  const { all, choice, choose } = columns;
  const headMenu = (id: string, close: () => void) => {
    const column = all.find((one) => one.id === id);
    const rest = column ? besideColumn(line, column) : line;
    const left = { rows: found.rows, columns: all, line: rest, health: healthsOf(search), asOf };
    const then = (act: () => void) => () => {
      act();
      close();
    };
    return (
      column && (
        <HeadMenu
          column={column}
          rows={rest === line ? shown : createRowFinder()(left).rows}
          asOf={asOf}
          onSort={(chosen) => then(() => change({ sort: formatSort(chosen), order: "" }))()}
          onHide={id === "name" ? undefined : then(() => choose(withColumn(choice, id, false)))}
          onFilter={(term) => then(() => onLine(`${rest} ${term}`.trim()))()}
        />
      )
    );
  };
  return (
    <LongTable
      label={title}
      columns={columns.drawn}
      rows={shown}
      total={filtered || sort ? shown.length : Math.max(shown.length, found.loading ? found.total : 0)}
      rowKey={keyOf}
      placeOf={placeOf}
      onLogs={(row) => go({ ...placeOf(row), page: "object-logs" })}
      onYaml={(row) => go(placeOf(row, { tab: "yaml" }))}
      onDescribe={(row) => go(placeOf(row, { tab: "describe" }))}
      onRest={
        opened && opens === "drawer" ? (row) => go(placeOf(row, { tab: search.tab }), { replace: true }) : undefined
      }
      entered={entered}
      openedKey={opened ? (isOurs ? rowKeyOf(opened) : formatObjectRef(opened)) : undefined}
      selection={selection}
      sort={sort && { key: sort.by, down: sort.down }}
      onSort={(id) => {
        const column = all.find((one) => one.id === id);
        if (column) change({ sort: formatSort(nextSort(sort, column)), order: "" });
      }}
      headMenu={headMenu}
      beginsAnew={`${line}\n${search.health ?? ""}\n${formatSort(sort)}\n${search.ns ?? ""}`}
      onRoom={columns.setRoomPx}
      stale={found.stale}
    />
  );
});
