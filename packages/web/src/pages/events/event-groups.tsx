import type { EventRow } from "@kubin/schema";
import { useMemo } from "react";
import { Age } from "../../parts/age.tsx";
import { EventType } from "../../parts/event-type.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { eventTexts } from "../../texts/events.ts";
import { groupWarnings } from "../overview/group-warnings.ts";
import styles from "./events-page.module.css";

interface EventGroupsProps {
  events: readonly EventRow[];
  total: number;
  /** More are being fetched. */
  isComing: boolean;
}

/** Events of one type, reason and kind together, most frequent first. */
export function EventGroups({ events, total, isComing }: EventGroupsProps) {
  const [search] = useSearch();
  const groups = useMemo(() => groupByType(events), [events]);
  const notAll = events.length < total;
  return (
    <PageScroll>
      <Panel
        flush
        title={eventTexts.groups(countText(groups.length))}
        aside={
          notAll &&
          (isComing
            ? eventTexts.grouping(countText(events.length), countText(total))
            : eventTexts.newestGrouped(countText(events.length), countText(total)))
        }
      >
        <SmallTable
          label={eventTexts.byReason}
          columns={[
            { name: eventTexts.type },
            { name: eventTexts.count, align: "right" },
            { name: eventTexts.reason },
            { name: eventTexts.about },
            { name: eventTexts.last, align: "right" },
            { name: eventTexts.newest },
          ]}
          rows={groups.map(({ type, group }) => ({
            key: `${type} ${group.kind} ${group.reason}`,
            cells: [
              <EventType key="type" type={type} />,
              countText(group.count),
              <PlaceLink
                key="reason"
                current="none"
                place={{ page: "events", search: { ...search, by: "", type, q: group.reason } }}
              >
                {plainText(group.reason) || eventTexts.noReason}
              </PlaceLink>,
              eventTexts.aboutKind(plainText(group.kind), group.objects, countText(group.objects)),
              <Age key="last" at={group.lastAt} />,
              <span key="newest" className={styles.newest} title={plainText(group.sample)}>
                {plainText(group.sample)}
              </span>,
            ],
          }))}
        />
      </Panel>
    </PageScroll>
  );
}

function groupByType(events: readonly EventRow[]) {
  const types = [...new Set(events.map(({ type }) => type))];
  return types
    .flatMap((type) => groupWarnings(events.filter((event) => event.type === type)).map((group) => ({ type, group })))
    .sort((a, b) => Number(b.type === "Warning") - Number(a.type === "Warning") || b.group.count - a.group.count);
}
