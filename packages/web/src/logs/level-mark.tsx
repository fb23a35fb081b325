import type { Level } from "@kubin/schema";
import { levelWords } from "../texts/logs.ts";
import styles from "./log-line.module.css";

/** The level as a word; trouble has colour and weight too. */
export function LevelMark({ level }: { level: Level }) {
  return (
    <span className={styles.level} data-level={level}>
      {levelWords[level]}
    </span>
  );
}
