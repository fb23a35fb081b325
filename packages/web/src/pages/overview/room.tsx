import type { ReactNode } from "react";
import { ScrollRegion } from "../../parts/scroll-region.tsx";
import styles from "./room.module.css";

interface RoomProps {
  /** Undefined: as high as its content. */
  rows: number | undefined;
  label: string;
  children: ReactNode;
}

/** Keeps the height of so many rows, and scrolls inside: what comes in later moves nothing on the page. */
export function Room({ rows, label, children }: RoomProps) {
  if (rows === undefined) return children;
  return (
    <ScrollRegion className={styles[`rows${rows <= 3 ? 3 : rows <= 6 ? 6 : 12}`]} label={label}>
      {children}
    </ScrollRegion>
  );
}
