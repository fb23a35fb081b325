import { isObject, textAt } from "@kubin/kubernetes";
import { KubinError } from "@kubin/schema";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import { readJson } from "../cluster/read-json.ts";
import { discoverLegacy } from "./discover-legacy.ts";
import { addType, type Discovered, itemsOf } from "./discovered.ts";
import { refusalWords } from "./gap-words.ts";

/** Aggregated discovery, two requests for all (KEP-3352; Kubernetes 1.26 on), or else the legacy index. */
const aggregated = ["v2", "v2beta1"]
  .map((version) => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`)
  .concat("application/json")
  .join(",");

/** The listable types, each in the version that its group prefers. Throws NOT_FOUND where the server tells nothing. */
export async function discover(client: ClusterClient): Promise<Discovered> {
  const found: Discovered = { types: [], dead: [], documents: new Map() };
  const seen = new Set<string>();
  for (const [path, name] of [
    ["/api", "discovery/api.json"],
    ["/apis", "discovery/apis.json"],
  ] as const) {
    const answer = await readJson(client, { path, accept: aggregated });
    if (!answer.ok) {
      // Not UNAVAILABLE: that is said of the Kubin server, and would leave the upload open.
      if (path === "/api") throw new KubinError("NOT_FOUND", `No cluster: the API server ${refusalWords(answer)}`);
      found.dead.push({ groupVersion: "all groups but the core", detail: `Discovery ${refusalWords(answer)}` });
      continue;
    }
    found.documents.set(name, answer.bytes);
    if (textAt(answer.value, "kind") !== "APIGroupDiscoveryList") await discoverLegacy({ client, answer, found, seen });
    else for (const item of itemsOf(answer.value, "items")) addGroup(item, found, seen);
  }
  return found;
}

function addGroup(item: unknown, found: Discovered, seen: Set<string>): void {
  const group = isObject(item) ? textAt(item.metadata, "name") : "";
  for (const one of itemsOf(item, "versions")) {
    const version = textAt(one, "version");
    if (textAt(one, "freshness") === "Stale") {
      const detail = "Its API server does not answer, so what it serves is not in the capture (see its APIService).";
      found.dead.push({ groupVersion: group === "" ? version : `${group}/${version}`, detail });
    }
    for (const resource of itemsOf(one, "resources")) {
      const kind = isObject(resource) ? textAt(resource.responseKind, "kind") : "";
      const namespaced = textAt(resource, "scope") === "Namespaced";
      addType({ group, version, kind, plural: textAt(resource, "resource"), namespaced }, { resource, found, seen });
    }
  }
}
