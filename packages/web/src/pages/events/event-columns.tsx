import type { EventRow, KindCount } from "@kubin/schema";
import { Age } from "../../parts/age.tsx";
import { EventType } from "../../parts/event-type.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import type { TableColumn } from "../../table/table-column.ts";
import { eventTexts } from "../../texts/events.ts";
import { aboutPlace } from "./about-place.ts";
import styles from "./events-page.module.css";

/** The columns of the list of events. `kinds` leads from the kind an event names to its page; `onRead` shows all of one. */
export function eventColumns(kinds: readonly KindCount[], onRead: (row: EventRow) => void): TableColumn<EventRow>[] {
  return [
    {
      key: "type",
      name: eventTexts.type,
      minPx: 92,
      maxPx: 92,
      phone: "first",
      cell: (row) => <EventType type={row.type} />,
    },
    {
      key: "reason",
      name: eventTexts.reason,
      minPx: 100,
      maxPx: 170,
      phone: "first",
      cell: (row) => <span title={row.reason}>{plainText(row.reason)}</span>,
    },
    {
      key: "about",
      name: eventTexts.about,
      minPx: 150,
      maxPx: 300,
      phone: "first",
      cell: (row) => <About event={row} kinds={kinds} />,
    },
    {
      key: "namespace",
      name: eventTexts.namespace,
      minPx: 90,
      maxPx: 190,
      phone: "lead",
      cell: (row) => <Name text={row.namespace} />,
    },
    {
      key: "message",
      name: eventTexts.message,
      minPx: 180,
      maxPx: "rest",
      phone: "second",
      cell: (row) => (
        <button
          type="button"
          tabIndex={-1}
          className={styles.read}
          title={plainText(row.message)}
          onClick={(event) => {
            event.stopPropagation();
            onRead(row);
          }}
        >
          {plainText(row.message)}
        </button>
      ),
    },
    {
      key: "count",
      name: eventTexts.count,
      minPx: 62,
      maxPx: 62,
      align: "right",
      phone: "end",
      cell: (row) => countText(row.count),
      phoneCell: (row) => row.count > 1 && eventTexts.times(countText(row.count)),
    },
    {
      key: "first",
      name: eventTexts.first,
      minPx: 60,
      maxPx: 80,
      align: "right",
      phone: "hidden",
      cell: (row) => <Age at={row.firstAt} />,
    },
    {
      key: "last",
      name: eventTexts.last,
      minPx: 70,
      maxPx: 80,
      align: "right",
      phone: "end",
      cell: (row) => <Age at={row.lastAt} />,
    },
  ];
}

function About({ event, kinds }: { event: EventRow; kinds: readonly KindCount[] }) {
  const { kind, name } = event.about;
  const place = aboutPlace(event, kinds);
  const words = `${kind} ${name}`;
  return (
    <span title={words}>
      {place ? (
        <PlaceLink place={place}>
          {kind} <Name text={name} />
        </PlaceLink>
      ) : (
        words
      )}
    </span>
  );
}
