import type { LogLine } from "@kubin/schema";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { memo } from "react";
import { LevelMark } from "../logs/level-mark.tsx";
import { LogMessage } from "../logs/log-message.tsx";
import { Name } from "../parts/name.tsx";
import { countText } from "../plain/count-text.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import { useTimes } from "../times/use-times.ts";
import { LineDetails } from "./line-details.tsx";
import styles from "./merged-lines.module.css";
import { PodColour } from "./pod-colour.tsx";

export interface RowWhere {
  hue: number;
  /** "" where all lines are of one. */
  short: string;
  /** 0 or 1 where two stand side by side. */
  lane: number | undefined;
}

interface MergedRowProps {
  line: LogLine;
  id: string;
  where: RowWhere;
  wrap: boolean;
  withDay: boolean;
  /** A line that goes on with the one above. */
  inside: boolean;
  /** Lines below that go on with it, and whether they are shown. */
  folded: number;
  unfolded: boolean;
  open: boolean;
  /** The address of the line in its whole log. */
  href: string;
  onOpen: (id: string) => void;
  onFold: (id: string) => void;
}

/**
 * One line: of which pod, when, how bad, what. A click on the arrow, or the right arrow key on its time, shows all of
 * it: one stop of the Tab key a line.
 */
export const MergedRow = memo(function MergedRow(props: MergedRowProps) {
  const { line, id, where, wrap, withDay, inside, folded, unfolded, open, href, onOpen, onFold } = props;
  const times = useTimes();
  const number = countText(line.line + 1);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const of = `${line.pod}/${line.container}`;
  return (
    <div className={styles.entry} data-lane={where.lane}>
      <div className={styles.row} data-wrap={wrap} data-inside={inside} data-open={open} data-level={line.level}>
        <button
          type="button"
          className={styles.toggle}
          tabIndex={-1}
          aria-expanded={open}
          aria-label={logsDrawerTexts.details(number)}
          onClick={() => onOpen(id)}
        >
          <Chevron size={12} aria-hidden />
        </button>
        {where.short !== "" && (
          <span className={styles.pod} title={of}>
            <PodColour hue={where.hue} />
            <Name text={where.short} />
          </span>
        )}
        <span className={styles.time}>
          <a
            href={href}
            aria-keyshortcuts="ArrowRight ArrowLeft"
            onKeyDown={(event) => {
              if (event.key !== (open ? "ArrowLeft" : "ArrowRight")) return;
              event.preventDefault();
              onOpen(id);
            }}
            title={line.at ? times.hint(line.at) : undefined}
            aria-label={`${times.clock(line.at)} ${logsDrawerTexts.lineLink(number, of)}`}
          >
            {withDay && `${times.day(line.at)} `}
            {times.clock(line.at)}
          </a>
        </span>
        <LevelMark level={line.level} />
        <span className={styles.message}>
          <LogMessage text={line.message} />
          {folded > 0 && (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={unfolded}
              aria-label={logsDrawerTexts.unfold(folded)}
              onClick={() => onFold(id)}
            >
              {unfolded ? logsDrawerTexts.fold : logsDrawerTexts.folded(folded)}
            </button>
          )}
        </span>
      </div>
      {open && <LineDetails line={line} />}
    </div>
  );
});
