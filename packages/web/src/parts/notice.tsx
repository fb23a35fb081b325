import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface NoticeProps {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  tone?: "quiet" | "trouble";
  actions?: ReactNode;
  /** The page has no other heading. */
  isPage?: boolean;
}

/** A calm word in the middle of where content would be: why there is none, and what to do. */
export function Notice({ title, children, icon, tone = "quiet", actions, isPage = false }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "trouble" ? "alert" : "status"}>
      {icon && <div className={styles.icon}>{icon}</div>}
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
