import type { LogLine } from "@kubin/schema";
import { useMemo, useState } from "react";
import { LevelMark } from "../../logs/level-mark.tsx";
import { useLogLook } from "../../logs/message/log-look.ts";
import { LogText } from "../../logs/message/log-text.tsx";
import { Name } from "../../parts/name.tsx";
import { logTexts } from "../../texts/logs.ts";
import { useTimes } from "../../times/use-times.ts";
import { Around } from "./around.tsx";
import { excerpt } from "./excerpt.ts";
import styles from "./hits.module.css";

/** More than a screen is wide, of which so many are seen on a narrow one; the rest is seen when the hit is opened. */
const shut = { seen: 60, letters: 600 };
const opened = { seen: 8_000, letters: 8_000 };

/** A line that matches. A click opens the lines around it in place and shuts them again. */
export function Hit({ line }: { line: LogLine }) {
  const [open, setOpen] = useState(false);
  const times = useTimes();
  const { terms } = useLogLook();
  const text = useMemo(() => excerpt(line.message, terms, open ? opened : shut), [line.message, terms, open]);
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
          <LogText text={text} />
        </span>
      </button>
      {open && <Around hit={line} />}
    </li>
  );
}
