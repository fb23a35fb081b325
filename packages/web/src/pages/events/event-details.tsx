import type { EventRow, KindCount } from "@kubin/schema";
import { EventType } from "../../parts/event-type.tsx";
import { Name } from "../../parts/name.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { eventTexts } from "../../texts/events.ts";
import { useTimes } from "../../times/use-times.ts";
import { aboutPlace } from "./about-place.ts";
import styles from "./events-page.module.css";

interface EventDetailsProps {
  event: EventRow | undefined;
  kinds: readonly KindCount[];
}

/** All of one event, its message wrapped, with the times by the chosen clock. */
export function EventDetails({ event, kinds }: EventDetailsProps) {
  const times = useTimes();
  if (!event) return <p className={styles.hint}>{eventTexts.readHint}</p>;
  const place = aboutPlace(event, kinds, "events");
  const { namespace, name, kind } = event.about;
  const about = namespace ? `${namespace}/${name}` : name;
  const facts = [
    event.firstAt && eventTexts.firstSeen(times.text(event.firstAt, "seconds")),
    event.lastAt && eventTexts.lastSeen(times.text(event.lastAt, "seconds")),
    eventTexts.seen(event.count, countText(event.count)),
    event.source && eventTexts.by(plainText(event.source)),
  ];
  return (
    <section aria-label={eventTexts.details} aria-live="polite">
      <p className={styles.first}>
        <EventType type={event.type} /> <b>{plainText(event.reason)}</b>{" "}
        <span>
          {kind} {place ? <PlaceLink place={place}>{<Name text={about} />}</PlaceLink> : <Name text={about} />}
        </span>
        <span className={styles.facts}>{facts.filter(Boolean).join(" · ")}</span>
      </p>
      <p className={styles.message}>
        <Name text={event.message} />
      </p>
    </section>
  );
}
