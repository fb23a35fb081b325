import type { ResourceDetail } from "@kubin/schema";
import { Age } from "../../parts/age.tsx";
import { EventType } from "../../parts/event-type.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { eventTexts } from "../../texts/events.ts";
import { objectTexts } from "../../texts/object.ts";

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
          { name: eventTexts.count, align: "right" },
          { name: eventTexts.last, align: "right" },
          { name: eventTexts.source },
        ]}
        rows={detail.events.map((event) => ({
          key: `${event.namespace}/${event.name}`,
          cells: [
            <EventType key="type" type={event.type} />,
            plainText(event.reason),
            plainText(event.message),
            countText(event.count),
            <Age key="last" at={event.lastAt} />,
            plainText(event.source),
          ],
        }))}
      />
    </PageScroll>
  );
}
