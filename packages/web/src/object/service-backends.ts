import type { Health, RelatedObject } from "@kubin/schema";
import { at, type Json, recordsAt, textAt } from "./read-json.ts";

/** One address behind a service, or a pod that should be. */
export interface Backend {
  /** Absent for an address that is no captured pod. */
  pod: RelatedObject | undefined;
  name: string;
  address: string;
  state: "ready" | "not ready" | "left out" | "terminating" | "unknown";
  health: Health;
}

interface Found {
  name: string;
  address: string;
  ready: boolean;
  terminating: boolean;
}

/**
 * Who is behind a service: its endpoints by slices (or the older Endpoints), joined with the pods that its selector
 * matches. `endpoints` undefined: none were captured, so only the pods' own health is known.
 */
export function serviceBackends(opts: {
  pods: readonly RelatedObject[];
  endpoints: readonly Json[] | undefined;
}): Backend[] {
  const found = new Map<string, Found>();
  for (const object of opts.endpoints ?? []) {
    for (const one of textAt(object, "kind") === "EndpointSlice" ? ofSlice(object) : ofEndpoints(object)) {
      const before = found.get(one.name || one.address);
      // Ready for one port is ready for that port only; what is not ready anywhere wins, as it is the news.
      found.set(one.name || one.address, before && !before.ready ? before : one);
    }
  }
  const pods = new Map(opts.pods.map((pod) => [pod.name, pod]));
  const known = [...found.values()].map((one) => backendOf(one, pods.get(one.name)));
  const rest = opts.pods
    .filter(({ name }) => !found.has(name))
    .map((pod): Backend => {
      const state = opts.endpoints === undefined ? "unknown" : "left out";
      return {
        pod,
        name: pod.name,
        address: "",
        state,
        health: pod.health === "ok" && state === "left out" ? "warning" : pod.health,
      };
    });
  const ranks = { failing: 0, warning: 1, unknown: 2, ok: 3 } as const;
  return [...known, ...rest].sort((a, b) => ranks[a.health] - ranks[b.health] || a.name.localeCompare(b.name));
}

function backendOf({ name, address, ready, terminating }: Found, pod: RelatedObject | undefined): Backend {
  const state = terminating ? "terminating" : ready ? "ready" : "not ready";
  const health = ready ? "ok" : pod?.health === "failing" ? "failing" : "warning";
  return { pod, name: name || address, address, state, health };
}

function ofSlice(slice: Json): Found[] {
  return recordsAt(slice, "endpoints").map((endpoint) => {
    const addresses = at(endpoint, "addresses");
    const ready = at(endpoint, "conditions", "ready");
    return {
      name: textAt(endpoint, "targetRef", "name"),
      address: Array.isArray(addresses) ? addresses.filter((one) => typeof one === "string").join(", ") : "",
      // Absent means ready (KEP-752).
      ready: ready !== false,
      terminating: at(endpoint, "conditions", "terminating") === true,
    };
  });
}

function ofEndpoints(object: Json): Found[] {
  const read = (list: "addresses" | "notReadyAddresses") =>
    recordsAt(object, "subsets").flatMap((subset) =>
      recordsAt(subset, list).map((address) => ({
        name: textAt(address, "targetRef", "name"),
        address: textAt(address, "ip"),
        ready: list === "addresses",
        terminating: false,
      })),
    );
  return [...read("notReadyAddresses"), ...read("addresses")];
}
