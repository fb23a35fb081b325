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
  const room = useRoom(scroller, ({ widthPx }) => onRoom?.(widthPx));
  const phone = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false }) ?? false;
  const narrow = phone || (room !== undefined && room.widthPx > 0 && room.widthPx < narrowPx);
  return (
    <div ref={scroller} className={styles.scroller} data-stale={stale} data-scroll-restoration-id="table">
      {/* Rows have another height then: begin anew. */}
      {room && (
        <LongTableBody key={narrow ? "narrow" : "wide"} {...props} scroller={scroller} room={room} narrow={narrow} />
      )}
    </div>
  );
}
