import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { logTexts } from "../../../texts/logs.ts";
import styles from "./details.module.css";

export interface Reach {
  before: number;
  after: number;
}

interface ContextHeadProps {
  children: ReactNode;
  reach: Reach;
  hasBefore: boolean;
  hasAfter: boolean;
  onReach: (reach: Reach) => void;
}

const step = 10;
const atMost = 500;

/** What of the context is shown, and more of it on either side. */
export function ContextHead({ children, reach, hasBefore, hasAfter, onReach }: ContextHeadProps) {
  const more = (side: keyof Reach) => onReach({ ...reach, [side]: Math.min(atMost, reach[side] + step) });
  return (
    <div className={styles.paneHead}>
      {children}
      <Button size="compact-xs" disabled={!hasBefore} onClick={() => more("before")}>
        {logTexts.before}
      </Button>
      <Button size="compact-xs" disabled={!hasAfter} onClick={() => more("after")}>
        {logTexts.after}
      </Button>
    </div>
  );
}
