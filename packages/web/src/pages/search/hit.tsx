import type { LogLine } from "@kubin/schema";
import { useState } from "react";
import { LevelMark } from "../../logs/level-mark.tsx";
import { Marked } from "../../parts/marked.tsx";
import { Name } from "../../parts/name.tsx";
import { logTexts } from "../../texts/logs.ts";
import { useTimes } from "../../times/use-times.ts";
import { Around } from "./around.tsx";
import styles from "./hits.module.css";

/** More than a screen is wide; the rest is seen when the hit is opened. */
const shownLetters = 600;
const openLetters = 8_000;

/** A line that matches. A click opens the lines around it in place and shuts them again. */
export function Hit({ line }: { line: LogLine }) {
  const [open, setOpen] = useState(false);
  const times = useTimes();
  const previous = line.source === "previous" ? ` (${logTexts.runs.previous})` : "";
  const where = `${line.namespace}/${line.pod} ${line.container}${previous}`;
  const toggle = () => {
    if ((window.getSelection()?.toString() ?? "") === "") setOpen(!open);
  };
  return (
    <li className={styles.hit}>
      <button type="button" className={styles.row} aria-expanded={open} onClick={toggle}>
        <span className={styles.time} title={line.at ? times.hint(line.at) : undefined}>
          {times.day(line.at)} {times.clock(line.at)}
        </span>
        <LevelMark level={line.level} />
        <span className={styles.where} title={where}>
          <Name text={`${line.pod} ${line.container}`} />
          {previous} <Name text={line.namespace} />
        </span>
        <span className={styles.message}>
          <Marked text={line.message.slice(0, open ? openLetters : shownLetters)} />
        </span>
      </button>
      {open && <Around hit={line} />}
    </li>
  );
}
