import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface NoticeProps {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  tone?: "quiet" | "trouble";
  actions?: ReactNode;
}

/** A calm word in the middle of where content would be: why there is none, and what to do. */
export function Notice({ title, children, icon, tone = "quiet", actions }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "trouble" ? "alert" : "status"}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <h2>{title}</h2>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
