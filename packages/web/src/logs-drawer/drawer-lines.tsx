import type { Query } from "@kubin/logs";
import type { LogLine } from "@kubin/schema";
import { useCallback, useMemo } from "react";
import { LogViewer } from "../logs/log-viewer.tsx";
import { hitTerms } from "../logs/message/hit-terms.ts";
import { LogLookContext } from "../logs/message/log-look.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { Notice } from "../parts/notice.tsx";
import { SkeletonLines } from "../parts/skeleton-lines.tsx";
import { countText } from "../plain/count-text.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import type { ChosenStreams } from "./chosen-streams.ts";
import { DrawerBars } from "./drawer-bars.tsx";
import type { DrawerQuery } from "./drawer-query.ts";
import { streamKey } from "./fold-lines.ts";
import styles from "./logs-drawer.module.css";
import { MergedLines } from "./merged-lines.tsx";
import type { RowWhere } from "./merged-row.tsx";
import { NothingMatches } from "./nothing-matches.tsx";
import { UntimedNote } from "./untimed-note.tsx";
import type { useChoice } from "./use-choice.ts";
import { useMergedLines } from "./use-merged-lines.ts";

interface DrawerLinesProps {
  query: DrawerQuery;
  picked: ChosenStreams;
  filter: Query;
  chosen: ReturnType<typeof useChoice>;
}

/** Words of the URL that belong to the drawer, not to the page. */
const viewerWords = { line: "logline", wrap: "logwrap" };

const nowhere: RowWhere = { short: "", hue: 0, lane: undefined };

/** The chosen lines: over time, and one below the other. */
export function DrawerLines({ query, picked, filter, chosen: [choice, set] }: DrawerLinesProps) {
  const { look, from, range, level } = choice;
  const merged = useMergedLines(query.timed, from);
  const terms = useMemo(() => hitTerms(filter), [filter]);
  const shownLook = useMemo(
    () => ({ json: look.json, colours: look.colours, terms }),
    [look.json, look.colours, terms],
  );
  const lanes = choice.lanes ? picked.lanes : undefined;
  const wheres = useMemo(
    () =>
      new Map(
        [...picked.marks].map(([key, { short, inLane, hue }]): [string, RowWhere] => [
          key,
          { short: lanes ? inLane : short, hue, lane: lanes?.get(key) },
        ]),
      ),
    [picked, lanes],
  );
  const podWidth = Math.min(28, Math.max(0, ...[...wheres.values()].map(({ short }) => short.length)));
  const whereOf = useCallback((line: LogLine) => wheres.get(streamKey(line)) ?? nowhere, [wheres]);
  const isFiltered = choice.filter.trim() !== "" || level !== undefined || range !== undefined;
  const total = picked.pods.length;
  const [only, ...others] = picked.shown;
  // A log without times has an order of its own, and no place on the axis.
  if (only && others.length === 0 && only.firstAt === undefined && only.lines > 0 && !isFiltered)
    return <LogViewer stream={only} startAt={from} words={viewerWords} />;
  return (
    <>
      <DrawerBars query={query} range={range} onRange={(to) => set({ range: to })} />
      {query.pods.length < total && (
        <p className={styles.note}>{logsDrawerTexts.tooManyPods(countText(query.pods.length), countText(total))}</p>
      )}
      {merged.incomplete && (
        <p className={styles.note}>
          {logsDrawerTexts.incomplete} {merged.incomplete}
        </p>
      )}
      {range === undefined && <UntimedNote query={query.text} streams={picked.shown} />}
      {merged.lines === undefined ? (
        merged.error ? (
          <FailureNotice error={merged.error} onAgain={merged.again} />
        ) : (
          <SkeletonLines />
        )
      ) : merged.lines.length === 0 ? (
        isFiltered ? (
          <NothingMatches choice={choice} filter={filter} onChange={set} />
        ) : (
          <Notice title={logsDrawerTexts.noTimed} />
        )
      ) : (
        <LogLookContext value={shownLook}>
          <MergedLines
            key={`${query.timed} ${from} ${look.wrap} ${choice.lanes}`}
            lines={merged.lines}
            merged={merged}
            from={from}
            fold={look.fold}
            wrap={look.wrap || lanes !== undefined}
            whereOf={whereOf}
            podWidth={podWidth}
            laneNames={lanes ? picked.laneNames : []}
            noneText={range ? logsDrawerTexts.noneInRange : logsDrawerTexts.none}
          />
        </LogLookContext>
      )}
    </>
  );
}
