import { useMediaQuery } from "@mantine/hooks";
import { useRef } from "react";
import styles from "./long-table.module.css";
import { LongTableBody } from "./long-table-body.tsx";
import type { LongTableProps } from "./long-table-props.ts";
import { useRoom } from "./use-room.ts";

/** Below that a row has two lines instead of columns. */
const narrowPx = 520;

/** A table of any length; on a phone, and where something is open beside it, each row has two lines. */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const { stale, onRoom } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const phone = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false }) ?? false;
  const isNarrow = (widthPx: number) => phone || (widthPx > 0 && widthPx < narrowPx);
  // Two lines are no columns: what they hold is not chosen by the width.
  const room = useRoom(scroller, ({ widthPx }) => onRoom?.(isNarrow(widthPx) ? 0 : widthPx));
  const narrow = room !== undefined && isNarrow(room.widthPx);
  return (
    <div ref={scroller} className={styles.scroller} data-stale={stale} data-scroll-restoration-id="table">
      {/* Rows have another height then: begin anew. */}
      {room && (
        <LongTableBody key={narrow ? "narrow" : "wide"} {...props} scroller={scroller} room={room} narrow={narrow} />
      )}
    </div>
  );
}
