import type { Health, RelatedObject, ResourceDetail } from "@kubin/schema";
import { podsOf } from "./pods-of.ts";
import { recordsAt, textAt } from "./read-json.ts";

export interface ServiceState {
  health: Health;
  /** Pods it selects, and how many of them are well; undefined where it selects none by label. */
  pods: { ready: number; all: number } | undefined;
  /** The service has no port of that number or name. */
  lacksPort: boolean;
}

/** How a service is, seen from what sends to it. `detail` undefined: not read. */
export function serviceState(detail: ResourceDetail, port: string): ServiceState {
  const ports = recordsAt(detail.object, "spec", "ports");
  const lacksPort =
    port !== "" &&
    ports.length > 0 &&
    !ports.some((one) => [textAt(one, "port"), textAt(one, "name"), textAt(one, "targetPort")].includes(port));
  const selects = detail.related.some(({ relation }) => relation === "selects") || hasSelector(detail);
  const pods = podsOf(detail.related);
  const ready = pods.filter(isReady).length;
  const health: Health = lacksPort
    ? "failing"
    : !selects
      ? "unknown"
      : ready === 0
        ? "failing"
        : ready < pods.length
          ? "warning"
          : "ok";
  return { health, pods: selects ? { ready, all: pods.length } : undefined, lacksPort };
}

function hasSelector({ object }: ResourceDetail): boolean {
  const selector = object.spec && Reflect.get(Object(object.spec), "selector");
  return typeof selector === "object" && selector !== null && Object.keys(selector).length > 0;
}

function isReady(pod: RelatedObject): boolean {
  return pod.health === "ok";
}
