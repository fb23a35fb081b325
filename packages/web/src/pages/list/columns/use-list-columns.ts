import type { Column } from "@kubin/schema";
import { useCallback, useMemo, useState } from "react";
import { tickPx } from "../../../table/long-table-body.tsx";
import type { KindRow } from "../rows/kind-row.ts";
import { useObjectHref } from "../rows/use-object-href.ts";
import { columnRoom } from "./column-room.ts";
import type { ListColumn } from "./list-column.ts";
import { listColumns } from "./list-columns.ts";
import { tableColumns } from "./table-columns.tsx";
import { useColumnChoice } from "./use-column-choice.ts";
import { visibleColumns } from "./visible-columns.ts";

interface ListColumnsOptions {
  kind: { group: string; plural: string };
  namespaced: boolean;
  columns: readonly Column[];
  usage: readonly ListColumn[];
  rows: readonly KindRow[];
}

/** Rows by which widths are judged: those of the first answer, so that nothing moves as others come. */
const sampleRows = 500;
const endsPx = 16;

/** The columns of the list: all there are, those to show, and the reader's choice among them. */
export function useListColumns({ kind, namespaced, columns, usage, rows }: ListColumnsOptions) {
  const [choice, choose] = useColumnChoice(kind);
  const [roomPx, setRoomPx] = useState(0);
  const hrefOf = useObjectHref(kind);
  const { labels } = choice;
  const all = useMemo(() => listColumns({ columns, namespaced, usage, labels }), [columns, namespaced, usage, labels]);
  const sample = useSample(rows);
  const rooms = useMemo(() => new Map(all.map((column) => [column.id, columnRoom(column, sample)])), [all, sample]);
  const roomOf = useCallback(
    (column: ListColumn) => rooms.get(column.id) ?? columnRoom(column, sample),
    [rooms, sample],
  );
  const visible = useMemo(
    () =>
      visibleColumns({
        columns: all,
        choice,
        roomPx: roomPx && roomPx - tickPx - endsPx,
        roomOf,
      }),
    [all, choice, roomPx, roomOf],
  );
  const drawn = useMemo(() => tableColumns({ columns: visible, roomOf, hrefOf }), [visible, roomOf, hrefOf]);
  const visibleIds = useMemo(() => new Set(visible.map(({ id }) => id)), [visible]);
  return useMemo(
    () => ({ all, visible, visibleIds, drawn, choice, choose, setRoomPx, sample }),
    [all, visible, visibleIds, drawn, choice, choose, sample],
  );
}

/** The first rows, the same array for as long as they are the same. */
function useSample(rows: readonly KindRow[]): readonly KindRow[] {
  const [sample, setSample] = useState(() => rows.slice(0, sampleRows));
  if (sample[0] === rows[0] && sample.length === Math.min(rows.length, sampleRows)) return sample;
  const now = rows.slice(0, sampleRows);
  setSample(now);
  return now;
}
