import { IconAlertTriangleFilled, IconInfoCircle } from "@tabler/icons-react";
import styles from "./event-type.module.css";

/** Normal or Warning, by shape and word. */
export function EventType({ type }: { type: string }) {
  const warning = type === "Warning";
  const Icon = warning ? IconAlertTriangleFilled : IconInfoCircle;
  return (
    <span className={styles.type} data-warning={warning}>
      <Icon size={14} aria-hidden /> {type}
    </span>
  );
}
