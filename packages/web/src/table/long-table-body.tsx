import { type RefObject, useEffect, useMemo, useRef } from "react";
import { columnWidths, leastWidthPx } from "./column-widths.ts";
import styles from "./long-table.module.css";
import type { LongTableProps } from "./long-table-props.ts";
import { TableHead } from "./table-head.tsx";
import { TableRow } from "./table-row.tsx";
import { useActiveRow } from "./use-active-row.ts";
import type { Room } from "./use-room.ts";
import { useRowClicks } from "./use-row-clicks.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { useRowWindow } from "./use-row-window.ts";

const rowPx = 28;
const narrowRowPx = 52;
const headPx = 30;
/** The boxes to tick, and the room at both ends of a row. */
export const tickPx = 28;
const endsPx = 16;

type LongTableBodyProps<Row> = LongTableProps<Row> & {
  scroller: RefObject<HTMLDivElement | null>;
  room: Room;
  narrow: boolean;
};

/** Only the rows in view exist. The keyboard walks them, a click anywhere on one opens it. */
export function LongTableBody<Row>(props: LongTableBodyProps<Row>) {
  const { label, columns, rows, total, rowKey, placeOf, onMore, selection, scroller, room, narrow } = props;
  const heightPx = narrow ? narrowRowPx : rowPx;
  const count = Math.max(total, rows.length);
  const { from, to, inView, scrollTo } = useRowWindow({
    scroller,
    count,
    rowPx: heightPx,
    headPx: narrow ? 0 : headPx,
    roomPx: room.heightPx,
    beginsAnew: props.beginsAnew ?? "",
  });
  const wanting = rows.length < total && to > rows.length;
  useEffect(() => {
    if (wanting) onMore?.();
  }, [wanting, onMore]);
  const active = useActiveRow({ ...props, scrollTo });
  const { moveTo } = active;
  const entered = useRef(props.entered);
  useEffect(() => {
    if (entered.current === props.entered) return;
    entered.current = props.entered;
    moveTo(0);
  }, [props.entered, moveTo]);
  useRowKeys({ ...props, active, inView });
  useRowClicks({ scroller, rows, placeOf, onRow: active.choose });
  const ticks = selection && !narrow ? tickPx : 0;
  const layout = useMemo(() => {
    const widths = columnWidths(columns, room.widthPx && room.widthPx - ticks - endsPx);
    const tracks = [...(ticks ? [ticks] : []), ...widths].map((width) => `${width}px`).join(" ");
    return { tracks, leastPx: leastWidthPx(columns) + ticks + endsPx };
  }, [columns, room.widthPx, ticks]);
  const toggle = useRef(selection?.toggle);
  useEffect(() => {
    toggle.current = selection?.toggle;
  });
  const onTick = useMemo(() => (index: number, range: boolean) => toggle.current?.(index, range), []);
  return (
    <table
      aria-label={label}
      aria-rowcount={count + (narrow ? 0 : 1)}
      aria-busy={props.stale}
      className={styles.table}
      // All rows share the tracks by inheritance: a style of its own on each row costs the browser more than its cells.
      style={{ minWidth: narrow ? 0 : layout.leastPx, ...{ "--table-tracks": layout.tracks } }}
    >
      {!narrow && <TableHead {...props} />}
      <tbody className={styles.body} style={{ height: count * heightPx, paddingTop: from * heightPx }}>
        {Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
          const index = from + offset;
          const row = rows[index];
          const key = row && rowKey(row);
          return (
            <TableRow
              key={key ?? index}
              row={row}
              columns={columns}
              index={index}
              narrow={narrow}
              active={active.index === index}
              opened={key !== undefined && key === props.openedKey}
              opens={row !== undefined && placeOf(row) !== undefined}
              ticked={selection && key !== undefined ? selection.keys.has(key) : undefined}
              onTick={onTick}
            />
          );
        })}
      </tbody>
    </table>
  );
}
