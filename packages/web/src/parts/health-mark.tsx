import type { Health } from "@kubin/schema";
import { IconAlertTriangleFilled, IconCircleCheck, IconCircleDashed, IconCircleXFilled } from "@tabler/icons-react";
import { healthWords } from "../texts/health.ts";
import styles from "./health-mark.module.css";

const icons = {
  ok: IconCircleCheck,
  warning: IconAlertTriangleFilled,
  failing: IconCircleXFilled,
  unknown: IconCircleDashed,
} as const;

/** Health as a shape of its own, a colour and a word (seen, or for screen readers and hover). */
export function HealthMark({ health, word = false }: { health: Health; word?: boolean }) {
  const Icon = icons[health];
  const name = healthWords[health];
  return (
    <span className={styles.mark} data-health={health} title={word ? undefined : name}>
      <Icon size={14} aria-hidden />
      {word ? <span>{name}</span> : <span className={styles.unseen}>{name}</span>}
    </span>
  );
}
