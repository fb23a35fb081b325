import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { gridTracks, leastWidthPx } from "./grid-tracks.ts";
import styles from "./long-table.module.css";
import type { LongTableProps } from "./long-table-props.ts";
import { TableHead } from "./table-head.tsx";
import { TableRow } from "./table-row.tsx";
import { useRowClicks } from "./use-row-clicks.ts";
import { useRowKeys } from "./use-row-keys.ts";

const rowPx = 28;
const narrowRowPx = 52;

/** Only the rows in view exist. The keyboard walks them, a click anywhere on one opens it. */
export function LongTableBody<Row>(props: LongTableProps<Row> & { narrow: boolean }) {
  const { label, columns, rows, total, rowKey, placeOf, onMore, stale, narrow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const heightPx = narrow ? narrowRowPx : rowPx;
  const virtualizer = useVirtualizer({
    count: Math.max(total, rows.length),
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: 12,
    scrollPaddingStart: narrow ? 0 : 30,
  });
  const items = virtualizer.getVirtualItems();
  const wanting = rows.length < total && (items.at(-1)?.index ?? 0) >= rows.length;
  useEffect(() => {
    if (wanting) onMore();
  }, [wanting, onMore]);
  const active = useRowKeys({ ...props, scroller, scrollTo: (index) => virtualizer.scrollToIndex(index) });
  useRowClicks({ scroller, rows, placeOf });
  const layout = useMemo(() => ({ tracks: gridTracks(columns), least: leastWidthPx(columns) }), [columns]);
  return (
    <div ref={scroller} className={styles.scroller} data-stale={stale} data-scroll-restoration-id="table">
      <table
        aria-label={label}
        aria-rowcount={total + (narrow ? 0 : 1)}
        aria-busy={stale}
        className={styles.table}
        style={{ minWidth: narrow ? 0 : layout.least }}
      >
        {!narrow && <TableHead columns={columns} tracks={layout.tracks} />}
        <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              <TableRow
                key={row ? rowKey(row) : item.index}
                row={row}
                columns={columns}
                index={item.index}
                topPx={item.start}
                heightPx={heightPx}
                tracks={narrow ? undefined : layout.tracks}
                active={active === item.index}
                opens={row !== undefined && placeOf(row) !== undefined}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
