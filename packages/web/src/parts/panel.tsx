import { Paper } from "@mantine/core";
import { type ReactNode, useId } from "react";
import styles from "./panel.module.css";

interface PanelProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  /** Rows reach to the edges. */
  flush?: boolean;
}

/** A titled box. */
export function Panel({ title, aside, children, flush = false }: PanelProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} className={styles.panel}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </Paper>
  );
}
