import type { Overview } from "@kubin/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { Panel } from "../../parts/panel.tsx";
import type { TimeRange } from "../../parts/time-bars.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { groupWarnings } from "./group-warnings.ts";
import { Room } from "./room.tsx";
import { rowKey } from "./row-key.ts";
import { WarningRow } from "./warning-row.tsx";
import styles from "./warnings-panel.module.css";

interface WarningsPanelProps {
  overview: Overview;
  /** Those chosen; undefined for all. */
  namespaces: string[] | undefined;
  range: TimeRange | undefined;
  keptRows: number | undefined;
}

const shownAtMost = 8;

/** Warning events, those with one reason about one kind together; of the chosen range, where one is. */
export function WarningsPanel({ overview, namespaces, range, keptRows }: WarningsPanelProps) {
  const live = isLive(useSnapshot().snapshot.state);
  const query = useInfiniteQuery({
    ...useQuestions().events({ type: "Warning", ...range, ...(namespaces && { namespaces }) }),
    enabled: range !== undefined || namespaces !== undefined,
  });
  const isPart = range !== undefined || namespaces !== undefined;
  const inRange = isPart ? query.data?.pages[0] : undefined;
  const ranged = useMemo(() => inRange && groupWarnings(inRange.items), [inRange]);
  // Until the part is known the whole is shown, but never where other namespaces would stand for the chosen ones.
  const groups = ranged ?? (namespaces ? [] : overview.warnings);
  const total = ranged ? ranged.length : overview.warningsTotal;
  const shown = groups.slice(0, shownAtMost);
  const none =
    isPart && !inRange
      ? ""
      : isPart
        ? overviewTexts.noWarningsInPart
        : live
          ? overviewTexts.noWarningsYet
          : overviewTexts.noWarnings;
  const notAll = inRange && inRange.total > inRange.items.length;
  return (
    <Panel
      flush
      title={overviewTexts.warningsTitle}
      aside={
        <span className={styles.asides}>
          {inRange && (
            <span>
              {overviewTexts.warningsInPart(countText(inRange.total))}
              {notAll && `, ${overviewTexts.newestOnly(countText(inRange.items.length))}`}
            </span>
          )}
          {!isPart && total > shown.length && (
            <span>{overviewTexts.warningsMore(countText(shown.length), countText(total))}</span>
          )}
          <PlaceLink place={{ page: "events", search: { type: "Warning", ...range } }}>
            {overviewTexts.allWarnings}
          </PlaceLink>
        </span>
      }
    >
      <Room rows={keptRows} label={overviewTexts.warningsTitle}>
        {groups.length === 0 && <p className={styles.none}>{none}</p>}
        <ul aria-busy={isPart && ranged === undefined}>
          {shown.map((group, place) => (
            <WarningRow
              key={rowKey(`${group.kind} ${group.reason}`, place, keptRows !== undefined)}
              group={group}
              range={range}
            />
          ))}
        </ul>
      </Room>
    </Panel>
  );
}
