import type { ResourceRow } from "@kubin/schema";
import type { FoundResource } from "../ports/metadata.ts";

/** What a list shows of a stored object. */
export function presentResource(found: FoundResource): ResourceRow {
  const { group, version, kind, plural, namespace, name, uid, createdAt, labels, health, reason, cells } = found;
  return {
    group,
    version,
    kind,
    plural,
    namespace,
    name,
    labels,
    health,
    reason,
    cells,
    ...(uid !== undefined && { uid }),
    ...(createdAt && { createdAt: createdAt.toISOString() }),
  };
}
