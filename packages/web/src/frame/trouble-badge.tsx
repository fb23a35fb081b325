import { IconAlertTriangleFilled, IconCircleXFilled } from "@tabler/icons-react";
import { countText } from "../plain/count-text.ts";
import { frameTexts } from "../texts/frame.ts";
import styles from "./trouble-badge.module.css";

/** How many fail; where none does, how many to look at; nothing where all is well. */
export function TroubleBadge({ failing, warning }: { failing: number; warning: number }) {
  if (failing + warning === 0) return null;
  const words = failing > 0 ? frameTexts.failing(failing) : frameTexts.warning(warning);
  const Icon = failing > 0 ? IconCircleXFilled : IconAlertTriangleFilled;
  return (
    <span className={styles.badge} data-trouble={failing > 0 ? "failing" : "warning"} title={words}>
      <Icon size={11} aria-hidden />
      <span aria-hidden>{countText(failing || warning)}</span>
      <span className={styles.unseen}>, {words}, </span>
    </span>
  );
}
