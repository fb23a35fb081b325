import type { EventRow, WarningGroup } from "@kubin/schema";

/** Warning events, newest first, grouped by reason and kind as the server groups all of them: most frequent first. */
export function groupWarnings(events: readonly EventRow[]): WarningGroup[] {
  const groups = new Map<string, { group: WarningGroup; objects: Set<string>; namespaces: Set<string> }>();
  for (const event of events) {
    const { reason, about, namespace, count, message } = event;
    const key = `${about.kind} ${reason}`;
    const lastAt = event.lastAt ?? event.firstAt;
    const known = groups.get(key) ?? {
      group: {
        reason,
        kind: about.kind,
        count: 0,
        objects: 0,
        sample: message,
        namespaces: [],
        ...(lastAt && { lastAt }),
      },
      objects: new Set<string>(),
      namespaces: new Set<string>(),
    };
    known.group.count += count;
    known.objects.add(`${about.namespace}/${about.name}`);
    known.namespaces.add(namespace);
    groups.set(key, known);
  }
  return [...groups.values()]
    .map(({ group, objects, namespaces }) => ({ ...group, objects: objects.size, namespaces: [...namespaces].sort() }))
    .sort((a, b) => b.count - a.count);
}
