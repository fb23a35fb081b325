import type { EventRow, ResourceDetail } from "@kubin/schema";
import { Age } from "../../parts/age.tsx";
import { EventType } from "../../parts/event-type.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { eventTexts } from "../../texts/events.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./events-tab.module.css";

/** The events about the object, newest first. */
export function EventsTab({ detail }: { detail: ResourceDetail }) {
  if (detail.events.length === 0) return <Notice title={objectTexts.noEvents}>{objectTexts.noEventsWhy}</Notice>;
  return (
    <PageScroll>
      <SmallTable
        label={eventTexts.title}
        columns={[
          { name: eventTexts.type },
          { name: eventTexts.reason },
          { name: eventTexts.message },
          { name: eventTexts.last, align: "right" },
        ]}
        rows={detail.events.map((event) => ({ key: `${event.namespace}/${event.name}`, cells: cellsOf(event) }))}
      />
    </PageScroll>
  );
}

function cellsOf({ type, reason, message, source, count, lastAt }: EventRow) {
  return [
    <EventType key="type" type={type} />,
    plainText(reason),
    <div key="message" className={styles.message}>
      {plainText(message)} <span className={styles.aside}>{plainText(source)}</span>
    </div>,
    <span key="last">
      {count > 1 && <span className={styles.aside}>×{countText(count)} · </span>}
      <Age at={lastAt} />
    </span>,
  ];
}
