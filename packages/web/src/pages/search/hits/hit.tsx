import type { LogLine } from "@kubin/schema";
import { memo, useMemo } from "react";
import { LevelMark } from "../../../logs/level-mark.tsx";
import { useLogLook } from "../../../logs/message/log-look.ts";
import { LogText } from "../../../logs/message/log-text.tsx";
import { lineKey } from "../../../logs-drawer/fold-lines.ts";
import { Name } from "../../../parts/name.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import { useTimes } from "../../../times/use-times.ts";
import { HitDetails } from "../details/hit-details.tsx";
import { excerpt } from "./excerpt.ts";
import { HitCells } from "./hit-cells.tsx";
import { hitText } from "./hit-text.ts";
import styles from "./hits.module.css";

interface HitProps {
  line: LogLine;
  index: number;
  columns: readonly string[];
  open: boolean;
  active: boolean;
  onToggle: (key: string) => void;
  onChoose: (index: number) => void;
}

/** More than a screen is wide, of which so many are seen on a narrow one; the rest is seen when the hit is opened. */
const shut = { seen: 60, letters: 600 };
const opened = { seen: 8_000, letters: 8_000 };

/** A line that matches. A click opens its details in place and shuts them again. */
export const Hit = memo(function Hit(props: HitProps) {
  const { line, index, columns, open, active, onToggle, onChoose } = props;
  const times = useTimes();
  const { terms } = useLogLook();
  const text = useMemo(
    () => (open ? excerpt(line.message, terms, opened) : excerpt(hitText(line.message, terms), terms, shut)),
    [line.message, terms, open],
  );
  const previous = line.source === "previous" ? ` (${logTexts.runs.previous})` : "";
  const where = `${line.namespace}/${line.pod} ${line.container}${previous}`;
  const toggle = () => {
    if ((window.getSelection()?.toString() ?? "") !== "") return;
    onChoose(index);
    onToggle(lineKey(line));
  };
  return (
    <>
      <button
        type="button"
        className={styles.row}
        data-row
        data-active={active}
        data-level={line.level}
        data-columns={columns.length > 0}
        aria-expanded={open}
        aria-keyshortcuts="o"
        onClick={toggle}
      >
        <span className={styles.time} title={line.at ? times.hint(line.at) : undefined}>
          {times.day(line.at)} {times.clock(line.at)}
        </span>
        <LevelMark level={line.level} />
        <span className={styles.where} title={plainText(where)}>
          <Name text={`${line.pod} ${line.container}`} />
          {previous} <Name text={line.namespace} />
        </span>
        {columns.length > 0 && <HitCells line={line} columns={columns} />}
        <span className={styles.message}>
          <LogText text={text} />
        </span>
      </button>
      {open && <HitDetails line={line} />}
    </>
  );
});
