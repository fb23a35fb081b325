import type { ReactNode } from "react";
import styles from "./page-scroll.module.css";
import { ScrollRegion } from "./scroll-region.tsx";

/** A page that scrolls as a whole below its head. */
export function PageScroll({ children }: { children: ReactNode }) {
  return (
    <ScrollRegion className={styles.scroll} remembered="page">
      {children}
    </ScrollRegion>
  );
}
