import type { ReactNode } from "react";
import styles from "./page-head.module.css";

interface PageHeadProps {
  title: ReactNode;
  /** A count or state beside the title. */
  aside?: ReactNode;
  /** Filters and buttons. */
  children?: ReactNode;
}

/** The first line of a page. */
export function PageHead({ title, aside, children }: PageHeadProps) {
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <h1>{title}</h1>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children && <div className={styles.tools}>{children}</div>}
    </div>
  );
}
