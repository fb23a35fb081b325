import { eventCount, eventSource, eventTarget, eventTimes } from "./columns/cluster.ts";
import { readTime } from "./describe-object.ts";
import type { DescribedEvent } from "./described-object.ts";
import { type Json, text } from "./json.ts";
import { splitApiVersion } from "./object-key.ts";
import { storableObject } from "./storable.ts";

const maxMessageLength = 16 * 1024;

/** A core/v1 or events.k8s.io Event as one row. Never throws; an event without any time has none. */
export function describeEvent(input: Json): DescribedEvent {
  const event = storableObject(input);
  const target = eventTarget(event);
  const { firstAt, lastAt } = eventTimes(event);
  const uid = text(target, "uid");
  return {
    namespace: text(event, "metadata.namespace"),
    name: text(event, "metadata.name"),
    type: text(event, "type"),
    reason: text(event, "reason"),
    message: (text(event, "message") || text(event, "note")).trim().slice(0, maxMessageLength),
    count: eventCount(event),
    firstAt: readTime(firstAt ?? ""),
    lastAt: readTime(lastAt ?? ""),
    source: eventSource(event),
    about: {
      group: splitApiVersion(text(target, "apiVersion")).group,
      kind: text(target, "kind"),
      namespace: text(target, "namespace"),
      name: text(target, "name"),
      ...(uid === "" ? {} : { uid }),
    },
  };
}
