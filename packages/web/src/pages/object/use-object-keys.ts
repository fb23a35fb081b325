import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { useKeys } from "../../keys/use-keys.ts";
import type { ObjectRef } from "../../place/object-ref.ts";
import { useGo } from "../../place/use-go.ts";
import { useSearch } from "../../place/use-search.ts";

interface ObjectKeys {
  target: ObjectRef;
  detail: ResourceDetail | undefined;
  onLeave: (() => void) | undefined;
}

/** The keys of an object, as k9s has them: describe, YAML, logs, its owner, who uses it, its node. */
export function useObjectKeys({ target, detail, onLeave }: ObjectKeys): void {
  const [, change] = useSearch();
  const go = useGo();
  const jump = (relation: RelatedObject["relation"]) => {
    const to = detail?.related.find((one) => one.relation === relation && one.captured);
    if (to) go({ page: "object", group: to.group, plural: to.plural, namespace: to.namespace, name: to.name });
  };
  const toOwner = () => jump("owner");
  useKeys({
    d: () => change({ tab: "describe" }),
    y: () => change({ tab: "yaml" }),
    u: () => change({ tab: "used-by" }),
    l: () => go({ page: "object-logs", ...target }),
    o: toOwner,
    J: toOwner,
    n: () => jump("node"),
    Escape: onLeave,
  });
}
